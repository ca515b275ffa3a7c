package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartOptionsTests {

    private static final String LAST = "https://fleet.example";

    @Test
    void areTheUsualOnesAtFirst() {
        assertThat(StartOptions.of(List.of(), "", ""))
                .isEqualTo(new StartOptions("http://localhost:5006", "", false));
    }

    @Test
    void areThoseOfLastTime() {
        assertThat(StartOptions.of(List.of(), LAST, "ann"))
                .isEqualTo(new StartOptions(LAST, "ann", false));
    }

    @Test
    void areThoseOfTheCommandLineBeforeAll() {
        assertThat(StartOptions.of(List.of("--server=http://a", "--user=bob"), LAST, "ann"))
                .isEqualTo(new StartOptions("http://a", "bob", false));
        assertThat(StartOptions.of(List.of("--user=bob"), LAST, "ann"))
                .isEqualTo(new StartOptions(LAST, "bob", false));
    }

    @Test
    void nameNobodyOnAnotherServer() {
        assertThat(StartOptions.of(List.of("--server=http://a"), LAST, "ann").user()).isEmpty();
        assertThat(StartOptions.of(List.of("--server=" + LAST), LAST, "ann").user())
                .isEqualTo("ann");
    }

    @Test
    void nameTheDemosDispatcherWhereNobodyElseIsNamed() {
        assertThat(StartOptions.of(List.of("--demo"), LAST, "ann"))
                .isEqualTo(new StartOptions("http://localhost:5006", "demo-dispatcher", true));
        assertThat(StartOptions.of(List.of("--demo", "--user=demo-admin"), LAST, "ann").user())
                .isEqualTo("demo-admin");
    }
}
