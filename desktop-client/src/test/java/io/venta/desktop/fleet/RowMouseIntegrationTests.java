package io.venta.desktop.fleet;

import static io.venta.desktop.vendor.Updates.moving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.fleet.filter.FleetSort;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mouse does with rows, in the list and in the table, and the menu of rows. */
class RowMouseIntegrationTests extends FleetStage {

    @AfterEach
    void closeMenu() {
        interact(() -> menu().ifPresent(Window::hide));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void selectsSeveralWithShiftAndCtrl(boolean wide) {
        open(wide);
        mouse(to -> to.click("a1"));
        awaitSelected("a1");
        mouse(to -> to.click("a3"), KeyCode.SHIFT);
        awaitSelected("a1", "a2", "a3");
        mouse(to -> to.click("a5"), KeyCode.CONTROL);
        awaitSelected("a1", "a2", "a3", "a5");
        assertThat(of(() -> model.selectedProperty().get())).isEqualTo(vendor("a5"));
        awaitText("#selection-count", "4 selected");
        mouse(to -> to.click("a2"), KeyCode.CONTROL);
        awaitSelected("a1", "a3", "a5");
        mouse(to -> to.click("a4"));
        awaitSelected("a4");
        mouse(to -> to.click("a2"), KeyCode.SHIFT);
        awaitSelected("a2", "a3", "a4");
        assertThat(leads).doesNotContain(Optional.empty());
    }

    @Test
    void keepsWhatIsSelectedFromListToTable() {
        mouse(to -> to.click("a1"));
        mouse(to -> to.click("a3"), KeyCode.CONTROL);
        awaitSelected("a1", "a3");
        open(true);
        assertThat(of(() -> names(table().getSelectionModel().getSelectedItems())))
                .containsExactly("a1", "a3");
        clickOn("#selection-fit");
        assertThat(commanded).containsExactly("fit [a1, a3]");
        clickOn("#selection-clear");
        awaitSelected();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void extendsTheSelectionFromWhereItsRowIsNow(boolean wide) {
        open(wide);
        interact(() -> model.queryProperty().set("b"));
        awaitShown(10);
        mouse(to -> to.click("b7"));
        awaitSelected("b7");
        interact(() -> model.sortProperty().set(new FleetSort(FleetSort.By.NAME, true)));
        mouse(to -> to.click("b5"), KeyCode.SHIFT);
        awaitSelected("b7", "b6", "b5");
        interact(() -> model.sortProperty().set(FleetSort.BY_NAME));
        assertThat(of(() -> names(model.selection()))).containsExactlyInAnyOrder("b5", "b6", "b7");
        mouse(to -> to.click("b1"), KeyCode.CONTROL);
        awaitSelected("b1", "b5", "b6", "b7");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void opensTheMenuOfTheRowUnderThePointer(boolean wide) {
        open(wide);
        mouse(to -> to.click("a1"));
        mouse(to -> to.rightClick("a6"));
        awaitMenu();
        awaitSelected("a6");
        assertThat(item("#row-fit").isDisable()).isTrue();
        assertThat(item("#row-export").getText()).isEqualTo("Export 1 vendor as CSV …");
        clickOn("#row-follow");
        mouse(to -> to.rightClick("a7"));
        clickOn("#row-copy-place");
        assertThat(commanded).containsExactly("follow a6", "copy 1.000000, 2.000000");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void opensTheMenuOfAllSelectedInsideThem(boolean wide) {
        open(wide);
        mouse(to -> to.click("a1"));
        mouse(to -> to.click("a3"), KeyCode.SHIFT);
        mouse(to -> to.rightClick("a2"));
        awaitMenu();
        awaitSelected("a1", "a2", "a3");
        assertThat(of(() -> model.selectedProperty().get())).isEqualTo(vendor("a2"));
        clickOn("#row-fit");
        mouse(to -> to.rightClick("a1"));
        clickOn("#row-copy-id");
        assertThat(commanded).containsExactly("fit [a1, a2, a3]", "copy a1");
        awaitSelected("a1", "a2", "a3");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void opensTheMenuOfTheRowUnderAFinger(boolean wide) {
        open(wide);
        clickOn("a1");
        awaitSelected("a1");
        clickOn("a6", MouseButton.SECONDARY);
        awaitMenu();
        clickOn("#row-follow");
        assertThat(commanded).containsExactly("follow a6");
        awaitSelected("a6");
        doubleClickOn("a8");
        await().atMost(PATIENCE).until(() -> commanded.contains("centre a8"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void opensTheMenuByKeyAtTheRowThatHasThem(boolean wide) {
        open(wide);
        mouse(to -> to.click("a2"));
        interact(() -> model.choose(List.of(vendor("b8")), vendor("b8")));
        push(KeyCode.SHIFT, KeyCode.F10);
        awaitMenu();
        assertThat(of(() -> menu().orElseThrow().getY())).isBetween(100.0, 600.0);
        clickOn("#row-centre");
        assertThat(commanded).containsExactly("centre b8");
        type(KeyCode.UP);
        awaitSelected("b7");
        type(KeyCode.CONTEXT_MENU);
        awaitMenu();
        clickOn("#row-follow");
        assertThat(commanded).containsExactly("centre b8", "follow b7");
    }

    @Test
    void keepsRowsAndWhatIsMeantWhileTheMenuIsOpen() {
        interact(() -> model.sortProperty().set(new FleetSort(FleetSort.By.SPEED, true)));
        awaitFirst("a9");
        mouse(to -> to.rightClick("a8"));
        awaitMenu();
        interact(
                () -> {
                    clock.advance(Duration.ofSeconds(1));
                    vendors.hear(List.of(moving("a8", 1, 2, 99, 0, clock.instant())));
                    model.tick();
                });
        assertThat(of(() -> names(model.shown()))).startsWith("a9", "a8");
        interact(() -> model.selectedProperty().set(vendor("a1")));
        clickOn("#row-follow");
        assertThat(commanded).containsExactly("follow a8");
        moveTo("#search");
        awaitFirst("a8");
    }

    @Test
    void hasNoMenuInTheHeadsAndUnderTheLastRow() {
        open(true);
        interact(() -> model.queryProperty().set("a1"));
        awaitShown(1);
        mouse(to -> to.click("a1"));
        mouse(to -> to.rightClick(lookup("#head-name").<Node>query()));
        mouse(to -> to.rightClick(table()));
        mouse(to -> to.doubleClick("a1"), KeyCode.CONTROL);
        assertThat(of(() -> menu().isPresent())).isFalse();
        assertThat(commanded).containsExactly("centre a1");
    }

    private void open(boolean wide) {
        if (wide) {
            widen();
        }
    }

    private void mouse(Consumer<RowMouse> does, KeyCode... held) {
        interact(
                () ->
                        does.accept(
                                new RowMouse(
                                        lookup("#search").query().getScene().getRoot(), held)));
    }

    private static Optional<RowMenu> menu() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window instanceof RowMenu)
                .map(RowMenu.class::cast)
                .findFirst();
    }

    private void awaitMenu() {
        await().atMost(PATIENCE).until(() -> of(() -> menu().isPresent()));
    }

    private MenuItem item(String id) {
        return of(
                () ->
                        menu().orElseThrow().getItems().stream()
                                .filter(item -> ("#" + item.getId()).equals(id))
                                .findFirst()
                                .orElseThrow());
    }
}
