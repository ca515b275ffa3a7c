package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTests {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private final SimpleStringProperty words = new SimpleStringProperty("at first");
    private final SimpleBooleanProperty whether = new SimpleBooleanProperty();
    private final SimpleDoubleProperty number = new SimpleDoubleProperty(320);
    private final SimpleObjectProperty<Theme.Choice> choice =
            new SimpleObjectProperty<>(Theme.Choice.SYSTEM);

    @Test
    void startsPropertiesAsTheyWereLeft() {
        try (Memory memory = remembering()) {
            words.set("łódź = :\n");
            whether.set(true);
            number.set(400.5);
            choice.set(Theme.Choice.DARK);
            assertThat(memory.get("whether")).contains("true");
        }
        words.set("changed by nobody who is asked");
        number.set(1);
        try (Memory again = remembering()) {
            assertThat(again.get("choice")).contains("DARK");
            assertThat(words.get()).isEqualTo("łódź = :\n");
            assertThat(whether.get()).isTrue();
            assertThat(number.get()).isEqualTo(400.5);
            assertThat(choice.get()).isEqualTo(Theme.Choice.DARK);
        }
    }

    @Test
    void writesWithoutBeingClosed() {
        try (Memory memory = remembering()) {
            whether.set(true);
            Settings settings = new Settings(folder);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> settings.get("whether").equals(memory.get("whether")));
        }
    }

    @Test
    void leavesToOtherWindowsWhatTheyChanged() {
        try (Memory one = new Memory(new Settings(folder));
                Memory other = new Memory(new Settings(folder))) {
            one.put("by-one", "1");
            other.put("by-other", "2");
        }
        Settings settings = new Settings(folder);
        assertThat(settings.get("by-one")).contains("1");
        assertThat(settings.get("by-other")).contains("2");
    }

    @Test
    void forgetsWhatCannotBeRead() throws IOException {
        Files.writeString(
                folder.resolve("desktop.properties"),
                "whether=perhaps\nnumber=NaN\nchoice=PINK\nwords\n");
        try (Memory memory = remembering()) {
            assertThat(memory.get("number")).contains("NaN");
            assertThat(whether.get()).isFalse();
            assertThat(number.get()).isEqualTo(320);
            assertThat(choice.get()).isEqualTo(Theme.Choice.SYSTEM);
            assertThat(words.get()).isEmpty();
        }
        Files.writeString(folder.resolve("desktop.properties"), "number=481\n");
        remembering().close();
        assertThat(number.get()).isEqualTo(320);
    }

    @Test
    void goesOnWhereNothingCanBeKept() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        try (Memory memory = new Memory(new Settings(file))) {
            memory.flag("whether", whether);
            whether.set(true);
        }
        assertThat(whether.get()).isTrue();
    }

    private Memory remembering() {
        Memory memory = new Memory(new Settings(folder));
        memory.text("words", words);
        memory.flag("whether", whether);
        memory.number("number", number, 260, 480);
        memory.choice("choice", Theme.Choice.class, choice);
        return memory;
    }
}
