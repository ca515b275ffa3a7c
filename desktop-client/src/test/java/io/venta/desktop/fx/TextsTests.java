package io.venta.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All words are in the bundle, and all that is in the bundle is shown. */
class TextsTests {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z-]*(\\.[a-z0-9-]+)+");
    private static final Pattern WORDS_IN_CODE =
            Pattern.compile(
                    "(?:new (?:Label|Button|Hyperlink|Tooltip|MenuItem|Text|Tab|CheckBox)\\("
                            + "|set(?:Text|PromptText|AccessibleText|AccessibleHelp|Title|HeaderText)\\()"
                            + "\\s*\"[^\"]*\\p{L}");
    private static final Pattern REMEMBERED =
            Pattern.compile("(?:memory|remember)\\s*\\.\\w+\\(\\s*\"[^\"]*\"");

    private final Map<String, String> bundle = bundle();
    private final List<String> sources = sources("desktop-client");

    @Test
    void haveAllKeysThatTheCodeNames() {
        Set<String> groups =
                bundle.keySet().stream()
                        .map(key -> beginning(key))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(literals())
                .filteredOn(word -> KEY.matcher(word).matches())
                .filteredOn(word -> groups.contains(beginning(word)))
                .filteredOn(word -> !word.endsWith(".properties"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(bundle).containsKey(key));
    }

    @Test
    void haveNoKeyThatNobodyShows() {
        Set<String> literals = new TreeSet<>(literals());
        List<String> beginnings = literals.stream().filter(word -> word.endsWith(".")).toList();
        List<String> topics = topics();
        assertThat(bundle.keySet())
                .filteredOn(key -> !literals.contains(key))
                .filteredOn(
                        key ->
                                beginnings.stream()
                                        .filter(key::startsWith)
                                        .map(from -> key.substring(from.length()))
                                        .noneMatch(topics::contains))
                .isEmpty();
    }

    @Test
    void areFilledInWithWhatTheyAskFor() {
        List<String> wrong = new ArrayList<>();
        for (String source : sources) {
            for (List<String> call : Calls.of("text", source)) {
                keysIn(call.getFirst())
                        .filter(bundle::containsKey)
                        .filter(key -> places(key) != call.size() - 1)
                        .forEach(key -> wrong.add(key + " is given " + (call.size() - 1)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void areWrittenAsFormatsAreToBe() {
        assertThat(bundle)
                .allSatisfy(
                        (key, value) -> {
                            assertThat(value).isNotBlank().doesNotContain("'").doesNotContain("!");
                            assertThat(new MessageFormat(value, Locale.ROOT)).isNotNull();
                        });
    }

    @Test
    void standNowhereInTheCode() {
        assertThat(sources)
                .allSatisfy(source -> assertThat(source).doesNotContainPattern(WORDS_IN_CODE));
    }

    @Test
    void areTranslatedByAFileBesideThem() {
        Texts esperanto = new Texts(Locale.of("eo"));
        assertThat(esperanto.get("login.sign-in")).isEqualTo("Ensaluti");
        assertThat(esperanto.get("status.vendors-of", 1, 2)).isEqualTo("1 el 2 vendistoj");
        assertThat(esperanto.get("login.user")).isEqualTo(bundle.get("login.user"));
        assertThat(new Texts(Locale.ROOT).get("login.sign-in")).isEqualTo("Sign in");
    }

    /** Every literal but the names that something is remembered by. */
    private List<String> literals() {
        return sources.stream()
                .map(source -> REMEMBERED.matcher(source).replaceAll(""))
                .flatMap(source -> LITERAL.matcher(source).results())
                .map(literal -> literal.group(1))
                .toList();
    }

    /** What may stand behind a beginning: literals, constants, numbers, and two of those. */
    private List<String> topics() {
        Stream<String> constants =
                Stream.concat(sources.stream(), sources("shared-model").stream())
                        .flatMap(s -> Pattern.compile("\\b[A-Z][A-Z_]+\\b").matcher(s).results())
                        .map(MatchResult::group)
                        .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'));
        List<String> topics =
                Stream.of(
                                literals().stream(),
                                constants,
                                IntStream.range(0, 8).mapToObj(Integer::toString))
                        .flatMap(all -> all)
                        .distinct()
                        .toList();
        return topics.stream()
                .flatMap(topic -> Stream.of(topic, topic + ".key", topic + ".rule"))
                .toList();
    }

    private static String beginning(String key) {
        return key.replaceFirst("\\..*", "");
    }

    private static Stream<String> keysIn(String argument) {
        return LITERAL.matcher(argument).results().map(literal -> literal.group(1));
    }

    private int places(String key) {
        return new MessageFormat(bundle.get(key), Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Map<String, String> bundle() {
        Map<String, String> all = new TreeMap<>();
        Texts root = new Texts(Locale.ROOT);
        root.keys().forEach(key -> all.put(key, root.pattern(key)));
        return all;
    }

    private static List<String> sources(String module) {
        Path folder = ProjectFiles.get(module + "/src/main/java");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTests::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)^\\s*(//|\\*|/\\*).*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
