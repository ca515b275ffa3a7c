package io.venta.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTests {

    private final StringWriter said = new StringWriter();

    private final Path folder;

    ReplayTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "--speed=0, --speed must be a number above 0",
        "--speed=NaN, --speed must be a number above 0",
        "--speed=fast, Invalid value for option '--speed'",
        "--loop --as-recorded, would repeat times that are known already",
        "--via=pigeon, Invalid value for option '--via'",
        "--server=localhost:5006, --server must be like http://localhost:5006",
        "--backwards, Unknown option: '--backwards'"
    })
    void explainsWrongCalls(String options, String explanation) throws Exception {
        var file = Files.writeString(folder.resolve("fleet.ndjson"), "");
        assertThat(run((options + " " + file).split(" ", -1))).isEqualTo(2);
        assertThat(said.toString()).contains(explanation);
    }

    @Test
    void namesFileThatIsMissing() {
        assertThat(run(folder.resolve("none.ndjson").toString())).isEqualTo(2);
        assertThat(said.toString()).contains("none.ndjson");
    }

    @Test
    void tellsWhenNobodyAnswers() throws Exception {
        var file = Files.writeString(folder.resolve("fleet.ndjson"), "");
        assertThat(run("--server=http://localhost:1", "--token=t", file.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("No server answers at ws://localhost:1/ws");
    }

    private int run(String... arguments) {
        var writer = new PrintWriter(said, true);
        return Replay.commandLine().setOut(writer).setErr(writer).execute(arguments);
    }
}
