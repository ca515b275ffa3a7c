package io.venta.desktop.alert;

import static org.awaitility.Awaitility.await;

import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.alert.rule.RuleKind;
import io.venta.desktop.fx.LightStage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The drawer alone, over a fleet that the test moves. */
abstract class AlertStage extends FxRobot {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final List<String> shown = new CopyOnWriteArrayList<>();
    final WatchedFleet fleet = WatchedFleet.upToDate();
    final AlertViewModel model = fleet.model;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void show() throws Exception {
        FxToolkit.setupStage(this::show);
        interact(model::toggle);
    }

    void show(Stage stage) {
        AlertDrawer drawer = new AlertDrawer(model, vendor -> shown.add(vendor.value()));
        LightStage.show(stage, drawer, 360, 700);
    }

    void raise(String... ids) {
        interact(
                () -> {
                    if (model.rules().all().isEmpty()) {
                        fleet.rule(RuleKind.SPEED, 60);
                    }
                    for (String id : ids) {
                        fleet.fix(id, 52, 100);
                    }
                    fleet.pass(6);
                });
    }

    List<String> acknowledged() {
        return onFx(
                () ->
                        model.entries().stream()
                                .filter(Alert::isAcknowledged)
                                .map(alert -> alert.vendor().id().value())
                                .toList());
    }

    List<Rule> rules() {
        return onFx(() -> List.copyOf(model.rules().all()));
    }

    Node button(String kind, String vendor) {
        return lookup(kind)
                .match(
                        node -> {
                            Node cell = node;
                            while (!(cell instanceof AlertCell)) {
                                cell = cell.getParent();
                            }
                            Alert alert = ((AlertCell) cell).getItem();
                            return alert != null && alert.vendor().id().value().equals(vendor);
                        })
                .query();
    }

    void fill(String query, String words) {
        TextInputControl field = lookup(query).query();
        interact(() -> field.setText(words));
    }

    void awaitWords(String words) {
        await().atMost(PATIENCE)
                .until(() -> onFx(() -> lookup(node -> shows(node, words)).tryQuery().isPresent()));
    }

    static boolean shows(Node node, String words) {
        return node.isVisible()
                && node instanceof Labeled labeled
                && words.equals(labeled.getText());
    }

    ListView<Alert> list(String id) {
        return lookup(id).query();
    }

    static <T> T onFx(Supplier<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question::get);
    }
}
