package io.venta.server.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents of the source tree, as the tests read them. */
final class Documents {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Path ROOT = root();

    private Documents() {}

    /** Every Markdown file that is ours. */
    static List<Path> markdown() {
        var places = Stream.of("docs", "rabbitmq", "README.md", "CONTRIBUTING.md", "SECURITY.md");
        return places.map(ROOT::resolve)
                .filter(Files::exists)
                .flatMap(Documents::filesIn)
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    /** Every test of the server, by its name. */
    static List<String> testNames() {
        return filesIn(ROOT.resolve("server/src/test/java"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> name.endsWith("Tests"))
                .toList();
    }

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    static String text(String path) {
        return text(file(path));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its links lead, without those that lead out of the source tree. */
    static List<String> relativeLinks(Path document) {
        return matches(LINK, text(document)).filter(link -> !link.contains("://")).toList();
    }

    /** What it sets in back-ticks, in running text. */
    static List<String> code(String path) {
        return matches(CODE, text(path)).toList();
    }

    /** The rows of its tables that start with something in back-ticks. */
    static List<String> firstCells(String path) {
        return text(path)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf(" | ", 2)))
                .toList();
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static Stream<Path> filesIn(Path place) {
        try (var files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("CONTRIBUTING.md"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("The tests run outside the source tree");
        }
        return folder;
    }
}
