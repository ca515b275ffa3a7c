package io.venta.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class VentaDesktopTests {

    private final StringWriter words = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "--server=ftp://nowhere, no server's address",
        "--server=http://, no server's address",
        "'--server=two words', no server's address",
        "--user=, not empty",
        "'--user= ', not empty",
        "--sever=localhost, --sever=localhost",
        "localhost, localhost",
        "--server, --server",
    })
    void refusesWhatItCannotUnderstand(String argument, String reason) {
        assertThat(execute(argument)).isEqualTo(2);
        assertThat(words.toString()).contains(reason);
    }

    @Test
    void tellsAllItsOptions() {
        assertThat(execute("--help")).isZero();
        assertThat(words.toString())
                .contains("--server", "--user", "--demo", "--help", "GATEWAY_DEMO_PASSWORD");
    }

    private int execute(String argument) {
        CommandLine line = VentaDesktop.commandLine();
        line.setOut(new PrintWriter(words, true));
        line.setErr(new PrintWriter(words, true));
        return line.execute(argument);
    }
}
