package io.venta.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several rows at once, in the list and in the table, and what can be done with them. */
class RowSelectionIntegrationTests extends FleetStage {

    private Path folder;

    @BeforeEach
    void in(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void selectsByKeysWithoutLosingTheLeadOnTheWay() {
        widen();
        clickOn("a2");
        awaitSelected("a2");
        leads.clear();
        type(KeyCode.DOWN);
        awaitSelected("a3");
        push(KeyCode.SHIFT, KeyCode.DOWN);
        awaitSelected("a3", "a4");
        push(KeyCode.CONTROL, KeyCode.A);
        await().atMost(PATIENCE).until(() -> of(() -> model.selection().size() == 20));
        type(KeyCode.UP);
        awaitSelected("a3");
        type(KeyCode.ENTER);
        await().atMost(PATIENCE).until(() -> commanded.contains("centre a3"));
        assertThat(leads).doesNotContain(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesThroughTheRowsByKeys(boolean wide) {
        if (wide) {
            widen();
        }
        clickOn("a2");
        awaitSelected("a2");
        leads.clear();
        type(KeyCode.END);
        awaitSelected("b9");
        type(KeyCode.PAGE_UP);
        await().atMost(PATIENCE).until(() -> of(() -> place() < 15));
        type(KeyCode.PAGE_DOWN);
        awaitSelected("b9");
        type(KeyCode.HOME);
        awaitSelected("a0");
        type(KeyCode.PAGE_DOWN);
        await().atMost(PATIENCE).until(() -> of(() -> place() > 5));
        push(KeyCode.SHIFT, KeyCode.HOME);
        await().atMost(PATIENCE).until(() -> of(() -> model.selection().size() > 5));
        assertThat(leads).doesNotContain(Optional.empty());
    }

    @Test
    void goesFromTheSearchToTheRowsAndBack() {
        clickOn("#search");
        write("a7");
        awaitShown(1);
        type(KeyCode.DOWN);
        awaitSelected("a7");
        interact(() -> lookup("#search").query().requestFocus());
        type(KeyCode.ESCAPE);
        awaitShown(20);
        awaitSelected("a7");
        type(KeyCode.ESCAPE, KeyCode.DOWN);
        awaitSelected("a8");
    }

    @Test
    void exportsWhatIsSelectedAndWhatIsShown() throws IOException {
        target = Optional.of(folder.resolve("some.csv"));
        interact(() -> model.choose(List.of(vendor("b1"), vendor("a1")), vendor("a1")));
        clickOn("#selection-export");
        awaitText("#export-words", "2 vendors saved to some.csv");
        assertThat(Files.readAllLines(folder.resolve("some.csv")))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("a1,");
        clickOn("#export-next");
        assertThat(commanded).containsExactly("open " + folder);

        target = Optional.of(folder.resolve("gone").resolve("all.csv"));
        clickOn("#chip-moving");
        clickOn("#filters");
        clickOn("#filter-export");
        await().atMost(PATIENCE).until(() -> text("#export-words").contains("not there any more"));
        target = Optional.of(folder.resolve("all.csv"));
        clickOn("#export-next");
        awaitText("#export-words", "10 vendors saved to all.csv");
        clickOn("#export-close");
        await().atMost(PATIENCE).until(() -> !lookup("#export-bar").query().isVisible());
    }

    /** Which row leads, from 0. */
    private int place() {
        return model.shown().indexOf(model.selectedProperty().get());
    }
}
