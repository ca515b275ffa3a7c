package io.venta.desktop.alert;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.alert.AlertViewModel.Part;
import io.venta.desktop.fx.PanelHead;
import io.venta.desktop.fx.Segments;
import io.venta.model.location.VendorId;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Alerts, log and rules in a panel over the map's right edge. While the pointer is over it, or
 * somebody types in it, no row moves.
 */
public final class AlertDrawer extends VBox {

    private static final PseudoClass OUT_OF_DATE = PseudoClass.getPseudoClass("out-of-date");

    /** How long after a key somebody still goes through the list. */
    private static final Duration TYPING = Duration.seconds(10);

    private final AlertViewModel model;
    private final AlertList open;
    private final AlertList log;
    private final PauseTransition typing = new PauseTransition(TYPING);

    /**
     * @param model what to show
     * @param show brings a vendor to the user's eyes
     */
    public AlertDrawer(AlertViewModel model, Consumer<VendorId> show) {
        this.model = model;
        getStyleClass().addAll("panel", "alerts");
        setId("alerts");
        RulesView rules = new RulesView(model);
        open =
                new AlertList(
                        "alert-list",
                        model,
                        model.shown(),
                        new AlertPlaceholder(model),
                        () -> new AlertCell(model, show));
        open.onPick(show);
        log =
                new AlertList(
                        "alert-log",
                        model,
                        model.logged(),
                        AlertPlaceholder.words("alert.log.empty", "alert.log.empty.hint"),
                        () -> new LogCell(model));
        log.onPick(show);
        StackPane parts = new StackPane(open, log, rules);
        VBox.setVgrow(parts, Priority.ALWAYS);
        showIn(Part.OPEN, open);
        showIn(Part.LOG, log);
        showIn(Part.RULES, rules);
        VBox top = new VBox(parts(), paused());
        top.getStyleClass().add("panel-filters");
        getChildren().addAll(head(), top, parts);
        model.outOfDateProperty().subscribe(is -> pseudoClassStateChanged(OUT_OF_DATE, is));
        addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> typing.playFromStart());
        BooleanBinding held =
                hoverProperty()
                        .or(typing.statusProperty().isEqualTo(Animation.Status.RUNNING))
                        .and(model.openProperty());
        model.shown().heldProperty().bind(held);
        model.logged().heldProperty().bind(held);
    }

    /** So that the arrow keys go through the alerts. */
    public void focusList() {
        (log.isVisible() ? log : open).focus();
    }

    private void showIn(Part part, Node node) {
        node.visibleProperty().bind(model.partProperty().isEqualTo(part));
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.openProperty().set(false);
            event.consume();
        }
    }

    private PanelHead head() {
        return new PanelHead(
                text("alert.title"),
                () -> model.openProperty().set(false),
                acknowledgeAll(),
                toggle(
                        "alert-by-system",
                        model.bySystemProperty(),
                        "icon-window",
                        "icon-window-off",
                        "alert.by-system",
                        "alert.not-by-system"),
                toggle(
                        "alert-mute",
                        model.mutedProperty(),
                        "icon-muted",
                        "icon-sound",
                        "alert.muted",
                        "alert.sounds"));
    }

    private Button acknowledgeAll() {
        Button all = new Button(text("alert.acknowledge-all"));
        all.setId("acknowledge-all");
        all.getStyleClass().add("small-button");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(event -> model.acknowledgeAll());
        all.visibleProperty().bind(model.unacknowledgedProperty().greaterThan(0));
        return all;
    }

    private static Button toggle(
            String id,
            BooleanProperty is,
            String iconOn,
            String iconOff,
            String wordsOn,
            String wordsOff) {
        Button toggle = new Button();
        toggle.setId(id);
        toggle.getStyleClass().addAll("flat", "toast-close");
        toggle.setOnAction(event -> is.set(!is.get()));
        Tooltip tooltip = new Tooltip();
        toggle.setTooltip(tooltip);
        is.subscribe(
                on -> {
                    Region icon = new Region();
                    icon.getStyleClass().addAll("icon", on ? iconOn : iconOff);
                    toggle.setGraphic(icon);
                    tooltip.setText(text(on ? wordsOn : wordsOff));
                    toggle.setAccessibleText(tooltip.getText());
                });
        return toggle;
    }

    private Segments<Part> parts() {
        Segments<Part> parts =
                new Segments<>(
                        List.of(Part.values()),
                        model.partProperty(),
                        part -> "alert-part-" + key(part),
                        part -> text("alert.part." + key(part), count(part)));
        model.revisionProperty().addListener(change -> parts.rename());
        return parts;
    }

    private static String key(Part part) {
        return part.name().toLowerCase(java.util.Locale.ROOT);
    }

    private int count(Part part) {
        return part == Part.OPEN ? model.alerts().size() : model.rules().all().size();
    }

    private Label paused() {
        Label words = new Label(text("alert.paused"));
        words.setId("alert-paused");
        words.setWrapText(true);
        words.getStyleClass().add("quiet-hint");
        words.visibleProperty().bind(model.outOfDateProperty());
        words.managedProperty().bind(model.outOfDateProperty());
        return words;
    }
}
