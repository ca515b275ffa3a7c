package io.venta.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandNoticeTests {

    private Path folder;

    @BeforeEach
    void make(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    void handsTheWordsToTheProgramAsTheyAre() throws IOException {
        Path told = standIn("for word in \"$@\"; do printf '%s\\n' \"$word\"; done > told");
        show(folder + ":/nowhere", "--help $(reboot) `x` 'Ł'", "a <b>bold</b> & \"loud\"\nend");
        assertThat(told)
                .content()
                .isEqualTo(
                        """
                        --app-name=Venta Realtime
                        --
                        --help $(reboot) `x` 'Ł'
                        a &lt;b&gt;bold&lt;/b&gt; &amp; "loud" end
                        """);
    }

    @Test
    void isSilentWhereThereIsNoProgramOrItFails() throws IOException {
        show("", "Tacos", "Offline");
        show("/nowhere:\0", "Tacos", "Offline");
        Path told = standIn("exit 7");
        show(folder.toString(), "Tacos", "Offline");
        Files.writeString(folder.resolve("notify-send"), "no program");
        show(folder.toString(), "Tacos", "Offline");
        assertThat(told).doesNotExist();
    }

    @Test
    void letsNobodyWait() throws IOException {
        standIn("exit 0");
        List<Runnable> later = new ArrayList<>();
        new CommandNotice(later::add, "Linux", Map.of("PATH", folder.toString()))
                .show("Tacos", "Offline");
        assertThat(later).hasSize(1);
    }

    private static void show(String path, String title, String words) {
        new CommandNotice(Runnable::run, "Linux", Map.of("PATH", path)).show(title, words);
    }

    /** A program called notify-send, and the file that it may write. */
    private Path standIn(String script) throws IOException {
        Path program = folder.resolve("notify-send");
        Files.writeString(program, "#!/bin/sh\ncd '" + folder + "'\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.resolve("told");
    }
}
