package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceNameTests {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @Test
    void isTheSameAfterARestart() {
        String first = claimAndClose();
        assertThat(first).matches("[A-Za-z0-9_-]{1,64}");
        assertThat(claimAndClose()).isEqualTo(first);
    }

    @Test
    void isAnotherForASecondWindow() {
        String alone = claimAndClose();
        try (DeviceName first = claim();
                DeviceName second = claim()) {
            assertThat(first.value()).isEqualTo(alone);
            assertThat(second.value()).isEqualTo(alone + "-2");
        }
        assertThat(claimAndClose()).isEqualTo(alone);
    }

    @Test
    void standsAloneWhereNothingCanBeKept() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        try (DeviceName one = DeviceName.claim(new Settings(file));
                DeviceName other = DeviceName.claim(new Settings(file))) {
            assertThat(one.value()).isNotEqualTo(other.value());
        }
    }

    @Test
    void makesANewNameWhereTheKeptOneIsBroken() throws IOException {
        Files.writeString(folder.resolve("desktop.properties"), "device=a b\\u00\n");
        assertThat(claimAndClose()).startsWith("desktop-");
    }

    private DeviceName claim() {
        return DeviceName.claim(new Settings(folder));
    }

    private String claimAndClose() {
        try (DeviceName name = claim()) {
            return name.value();
        }
    }
}
