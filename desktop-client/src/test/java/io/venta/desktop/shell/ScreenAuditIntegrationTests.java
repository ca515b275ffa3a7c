package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venta.desktop.shell.ScreenAudit.Finding;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ScreenAuditIntegrationTests {

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void reckonsContrastAsWcagDoes() {
        assertThat(ScreenAudit.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21, within(1e-9));
        assertThat(ScreenAudit.contrast(Color.WHITE, Color.web("#767676")))
                .isEqualTo(4.54, within(0.01));
    }

    @Test
    void passesWhatCanBeRead() {
        assertThat(findings(new VBox(label("Dark", "#24292F"), label("Grey", "#57606A"))))
                .isEmpty();
    }

    @Test
    void findsPaleWords() {
        assertThat(findings(new VBox(label("Pale", "#999999"))))
                .containsExactly(new Finding("contrast 2.85 of #999999 on #FFFFFF", "Pale"));
    }

    @Test
    void findsWordsPaledByWhatHoldsThem() {
        VBox dimmed = new VBox(label("Dimmed", "#57606A"));
        dimmed.setOpacity(0.5);
        assertThat(findings(dimmed)).extracting(Finding::with).containsExactly("Dimmed");
    }

    @Test
    void letsPassWhatIsSwitchedOffOrCovered() {
        VBox off = new VBox(label("Off", "#999999"));
        off.setDisable(true);
        Region cover = new Region();
        cover.setStyle("-fx-background-color: white");
        assertThat(findings(off)).isEmpty();
        assertThat(findings(new StackPane(label("Covered", "#999999"), cover))).isEmpty();
    }

    @Test
    void findsWordsCutShortUnlessATooltipHasThem() {
        Label cut = label("Much too long for so little room", "#24292F");
        cut.setMaxWidth(60);
        assertThat(findings(new VBox(cut)))
                .extracting(Finding::what)
                .containsExactly("cut short without a tooltip");
        cut.setTooltip(new Tooltip("whole"));
        assertThat(findings(new VBox(cut))).isEmpty();
    }

    @Test
    void findsWhatLiesOverEachOtherInTheStatusLine() {
        Label one = label("One", "#24292F");
        Label two = label("Two", "#24292F");
        HBox line = new HBox(one, two);
        line.getStyleClass().add("status-bar");
        assertThat(findings(line)).isEmpty();
        two.setTranslateX(-10);
        assertThat(findings(new Pane(line)))
                .extracting(Finding::what)
                .containsExactly("no room in the status line");
    }

    private static Label label(String words, String colour) {
        Label label = new Label(words);
        label.setStyle("-fx-text-fill: " + colour);
        return label;
    }

    private static List<Finding> findings(Node node) {
        return WaitForAsyncUtils.waitForAsyncFx(
                30_000,
                () -> {
                    Scene scene = new Scene(new StackPane(node), 300, 200, Color.WHITE);
                    Picture picture = Picture.of(scene.snapshot(null));
                    return ScreenAudit.of(scene, picture, Point2D.ZERO);
                });
    }
}
