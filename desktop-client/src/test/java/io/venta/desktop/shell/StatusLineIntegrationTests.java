package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** What of the status line is to be seen in windows of some widths, enlarged or not. */
class StatusLineIntegrationTests extends StagedWindow {

    /** A pixel to which a size was rounded up, twice as large. */
    private static final double SNAPPED = 2;

    @Test
    void cutsNothingShort() {
        assertWholeInAllSizes("live");
        play(Staging::alerts, Staging::news);
        assertWholeInAllSizes("with news");
        play(stage -> stage.lost(Duration.ofSeconds(12)), Staging::waiting);
        assertWholeInAllSizes("reconnecting, with something to send");
        play(stage -> stage.lost(Duration.ofMinutes(10)));
        assertWholeInAllSizes("offline");
        play(Staging::ended);
        assertWholeInAllSizes("ended");
    }

    @Test
    void showsAllWhereThereIsRoom() {
        resize(1280, 1);
        assertThat(shown("#connection", "#counts", "#newest", "#own-status", "#people", "#help"))
                .doesNotContain(false);
        assertThat(shown(".sparkline", "#alert-button", "#bell", "#menu")).doesNotContain(false);
        assertThat(shown("#connection-brief")).containsExactly(false);
    }

    @Test
    void letsTheFiguresGoBeforeTheNews() {
        resize(640, 1);
        assertThat(shown("#alert-button", "#bell", "#connection")).doesNotContain(false);
        assertThat(shown("#newest", ".sparkline")).containsExactly(false, false);
        resize(640, 2);
        assertThat(shown("#alert-button", "#bell", "#menu", "#clock")).doesNotContain(false);
        assertThat(shown("#counts", "#people", "#help")).doesNotContain(true);
        clickOn("#connection-state");
        Set<Labeled> words =
                onFx(() -> lookup("#quality-card").lookup(".label").queryAllAs(Labeled.class));
        assertThat(words)
                .extracting(Labeled::getText)
                .anyMatch(fact -> fact.startsWith("40 vendors"));
        resize(1280, 1);
        assertThat(shown("#newest", ".sparkline", "#counts", "#help")).doesNotContain(false);
    }

    private void assertWholeInAllSizes(String state) {
        for (int width : new int[] {640, 800, 1280}) {
            for (double factor : new double[] {1, 1.5, 2}) {
                resize(width, factor);
                assertWhole(state + ", " + width + " wide, " + factor + " times as large");
            }
        }
    }

    private void assertWhole(String state) {
        Parent line = lookup(".status-bar").query();
        assertThat(laidOut(() -> cut(line))).as(state).isEmpty();
        assertThat(onFx(() -> displaced(line))).as(state).isEmpty();
        List<Boolean> always =
                onFx(
                        () ->
                                Stream.of("#clock", "#menu", "#connection-state", ".connection-dot")
                                        .map(line::lookup)
                                        .map(StagedWindow::isSeen)
                                        .toList());
        assertThat(always).as(state).doesNotContain(false);
        assertThat(isSeen(line.lookup("#connection")))
                .as(state)
                .isNotEqualTo(isSeen(line.lookup("#connection-brief")));
    }

    @Test
    void keepsTheMapWithinASmallWindow() {
        resize(640, 2);
        Bounds map =
                laidOut(
                        () -> {
                            Node node = lookup("#map").query();
                            return node.localToScene(node.getLayoutBounds());
                        });
        assertThat(map.getMinY()).isGreaterThanOrEqualTo(0);
        assertThat(map.getMaxY()).isLessThanOrEqualTo(480);
    }

    /** What lies over what is before it, or over the end. */
    private static List<Node> displaced(Parent line) {
        double end = 0;
        List<Node> displaced = new ArrayList<>();
        if (!isWithin(line.localToScene(line.getLayoutBounds()), line.getScene())) {
            displaced.add(line);
        }
        List<Node> slots =
                line.getChildrenUnmodifiable().stream()
                        .filter(StagedWindow::isSeen)
                        .sorted(Comparator.comparingDouble(Node::getLayoutX))
                        .toList();
        for (Node slot : slots) {
            Bounds at = slot.getBoundsInParent();
            if (at.getMinX() < end || at.getMaxX() > line.getLayoutBounds().getWidth()) {
                displaced.add(slot);
            }
            end = at.getMaxX();
        }
        return displaced;
    }

    private static boolean isWithin(Bounds at, Scene window) {
        return at.getMinX() >= 0
                && at.getMaxX() <= window.getWidth() + SNAPPED
                && at.getMaxY() <= window.getHeight() + SNAPPED;
    }

    /** The words that are shown, but not whole. */
    private static List<String> cut(Parent line) {
        return line.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> isSeen(text) && text.getParent() instanceof Labeled)
                .filter(text -> !text.getText().equals(((Labeled) text.getParent()).getText()))
                .map(Text::getText)
                .toList();
    }
}
