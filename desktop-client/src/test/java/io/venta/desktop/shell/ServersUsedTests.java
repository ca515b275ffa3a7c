package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersUsedTests {

    private Settings settings;

    @BeforeEach
    void open(@TempDir Path folder) {
        settings = new Settings(folder);
    }

    @Test
    void keepsWhatBelongsToTheLastTwenty() {
        for (int i = 0; i < 25; i++) {
            signIn(server(i));
        }
        assertThat(IntStream.range(0, 25).filter(i -> placeOf(server(i))).toArray())
                .containsExactly(IntStream.range(5, 25).toArray());
        assertThat(settings.get("other.thing." + server(4))).isEmpty();
        assertThat(settings.get("other.thing." + server(5))).contains("1");
        assertThat(settings.get("map.demo")).contains("2");
        assertThat(settings.get("theme")).contains("DARK");
    }

    @Test
    void keepsTheOneThatIsUsedAgain() {
        for (int i = 0; i < 20; i++) {
            signIn(server(i));
        }
        settings.use(server(0));
        signIn(server(20));
        assertThat(placeOf(server(0))).isTrue();
        assertThat(placeOf(server(1))).isFalse();
    }

    @Test
    void takesThoseWhoseTurnIsNotKnownForTheOldest() {
        for (int i = 0; i < 30; i++) {
            settings.put("map." + server(i), "52 21 10");
        }
        settings.use("https://new.example:8443/gateway");
        assertThat(IntStream.range(0, 30).filter(i -> placeOf(server(i))).count()).isEqualTo(19);
    }

    @Test
    void doesNotTakeOneForAnotherThatBeginsOrEndsTheSame() {
        String old = "http://host.example";
        signIn(old);
        signIn("http://other.host.example");
        for (int i = 0; i < 19; i++) {
            signIn(server(i));
        }
        assertThat(placeOf(old)).isFalse();
        assertThat(placeOf("http://other.host.example")).isTrue();
    }

    private void signIn(String server) {
        settings.use(server);
        settings.putAll(
                Map.of(
                        "map." + server,
                        "52 21 10",
                        "other.thing." + server,
                        "1",
                        "map.demo",
                        "2",
                        "theme",
                        "DARK"));
    }

    private boolean placeOf(String server) {
        return settings.get("map." + server).isPresent();
    }

    private static String server(int i) {
        return "http://gateway-" + i + ".example:5006";
    }
}
