package io.venta.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name is there. */
class DocumentsTests {

    private static final Pattern SETTING = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");
    private static final Pattern TEST = Pattern.compile("(?<![*\\w])[A-Z]\\w+Tests\\b");
    private static final Pattern PATH =
            Pattern.compile("(?:bin|docs|rabbitmq|shared-model|server|desktop-client)/\\S+");

    /** Read by Spring itself, by scripts, or by RabbitMQ's start; a cookie, and a reason. */
    private static final Set<String> READ_ELSEWHERE =
            Set.of(
                    "SPRING_PROFILES_ACTIVE",
                    "JAVA_OPTS",
                    "JAVA_HOME",
                    "RABBITMQ_SERVICE_PASSWORD",
                    "RABBITMQ_COMMANDS_PASSWORD",
                    "VENTA_SESSION",
                    "NODE_LOST");

    static List<Path> documents() {
        return Documents.markdown();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linkOnlyToWhatIsThere(Path document) {
        assertThat(Documents.relativeLinks(document))
                .allSatisfy(link -> assertThatLinkLeadsSomewhere(document, link));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nameOnlyPathsThatAreThere(Path document) {
        assertThat(pathsIn(Documents.text(document)))
                .allSatisfy(path -> assertThat(Documents.file(path)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nameOnlySettingsThatAreRead(Path document) {
        var named = settingsIn(Documents.text(document));
        named.removeAll(READ_ELSEWHERE);
        Arrays.stream(ErrorCode.values()).map(Enum::name).forEach(named::remove);
        assertThat(settingsOfTheServer()).containsAll(named);
    }

    @Test
    void listEverySettingInTheReadmeOnce() {
        var listed =
                Documents.firstCells("README.md").stream()
                        .flatMap(cell -> settingsIn(cell).stream())
                        .toList();
        assertThat(listed).doesNotHaveDuplicates().containsAll(settingsOfTheServer());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nameOnlyTestsThatAreThere(Path document) {
        var named =
                TEST.matcher(Documents.text(document)).results().map(MatchResult::group).toList();
        assertThat(Documents.testNames()).containsAll(named);
    }

    private static void assertThatLinkLeadsSomewhere(Path document, String link) {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        assertThat(target).exists();
        if (parts.length == 2) {
            assertThat(anchors(target)).contains(parts[1]);
        }
    }

    private static List<String> anchors(Path document) {
        return Documents.text(document)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .toList();
    }

    private static List<String> pathsIn(String text) {
        return Stream.of(text.split("[\\s`()\\[\\]\"|,;:]+"))
                .map(word -> word.replaceFirst("[.]+$", ""))
                .filter(PATH.asMatchPredicate())
                .toList();
    }

    /** What application.yaml takes from the environment. */
    private static Set<String> settingsOfTheServer() {
        return Pattern.compile("\\$\\{([A-Z0-9_]+)")
                .matcher(Documents.text("server/src/main/resources/application.yaml"))
                .results()
                .map(setting -> setting.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> settingsIn(String text) {
        return SETTING.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
