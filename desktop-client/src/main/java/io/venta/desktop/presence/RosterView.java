package io.venta.desktop.presence;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.PanelHead;
import io.venta.desktop.fx.PresenceDot;
import io.venta.desktop.fx.PresenceTexts;
import io.venta.desktop.fx.Segments;
import io.venta.model.location.VendorId;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The roster in a panel over the map's right edge. Virtual: as many rows as fit. */
public final class RosterView extends VBox {

    private static final double ROW_HEIGHT = 44;
    private static final PseudoClass OUT_OF_DATE = PseudoClass.getPseudoClass("out-of-date");

    private final RosterViewModel model;
    private final TextField search = new TextField();
    private final ListView<RosterRow> list = new ListView<>();
    private final Label placeholder = new Label();

    /**
     * @param model whom to show
     * @param choose a vendor was picked
     */
    public RosterView(RosterViewModel model, Consumer<VendorId> choose) {
        this.model = model;
        getStyleClass().addAll("panel", "roster");
        setId("roster");
        search.setId("roster-search");
        search.setPromptText(text("roster.search"));
        search.textProperty().bindBidirectional(model.queryProperty());
        list.setId("roster-list");
        list.setAccessibleText(text("roster.title"));
        list.setItems(model.shown());
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new RosterCell(model));
        placeholder.setWrapText(true);
        placeholder.getStyleClass().add("empty-hint");
        list.setPlaceholder(placeholder);
        list.setOnMouseClicked(event -> picked(choose));
        list.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        picked(choose);
                        event.consume();
                    }
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        VBox filters = new VBox(kinds(), search, statuses(), degraded());
        filters.getStyleClass().add("panel-filters");
        getChildren()
                .addAll(
                        new PanelHead(text("roster.title"), () -> model.openProperty().set(false)),
                        filters,
                        list);
        model.outOfDateProperty()
                .addListener((property, before, now) -> pseudoClassStateChanged(OUT_OF_DATE, now));
        InvalidationListener explain = change -> placeholder.setText(model.emptiness());
        model.revisionProperty().addListener(explain);
        model.shown().addListener(explain);
        explain.invalidated(model.revisionProperty());
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
    }

    /** One step back: the search, else the panel. */
    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (search.getText().isEmpty()) {
                model.openProperty().set(false);
            } else {
                search.clear();
            }
            event.consume();
        }
    }

    private Segments<PresenceKind> kinds() {
        Segments<PresenceKind> kinds =
                new Segments<>(
                        List.of(PresenceKind.VENDOR, PresenceKind.USER),
                        model.kindProperty(),
                        kind -> "roster-" + kind.wireName(),
                        kind -> text("roster." + kind.wireName(), model.here(kind)));
        model.revisionProperty().addListener(change -> kinds.rename());
        return kinds;
    }

    private HBox statuses() {
        HBox statuses = new HBox();
        statuses.getStyleClass().add("status-chips");
        for (PresenceStatus status : PresenceStatus.values()) {
            PresenceDot dot = new PresenceDot();
            dot.show(status);
            ToggleButton button = new ToggleButton("", dot);
            button.setId("roster-" + status.name().toLowerCase(java.util.Locale.ROOT));
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setAccessibleText(PresenceTexts.status(status));
            button.setTooltip(new Tooltip(PresenceTexts.status(status)));
            button.setOnAction(event -> model.toggle(status));
            InvalidationListener show =
                    change -> {
                        button.setText(count(status));
                        button.setSelected(model.statuses().contains(status));
                    };
            model.statuses().addListener(show);
            model.kindProperty().addListener(show);
            model.revisionProperty().addListener(show);
            show.invalidated(model.kindProperty());
            statuses.getChildren().add(button);
        }
        return statuses;
    }

    /** Of the offline ones only some are known, so their number would say nothing. */
    private String count(PresenceStatus status) {
        return status == PresenceStatus.OFFLINE
                ? ""
                : text(
                        "roster.count",
                        model.counts(model.kindProperty().get()).getOrDefault(status, 0));
    }

    private Label degraded() {
        Label hint = new Label(text("presence.degraded"));
        hint.setId("roster-degraded");
        hint.setWrapText(true);
        hint.getStyleClass().add("quiet-hint");
        hint.visibleProperty().bind(model.degradedProperty());
        hint.managedProperty().bind(model.degradedProperty());
        return hint;
    }

    private void picked(Consumer<VendorId> choose) {
        RosterRow row = list.getSelectionModel().getSelectedItem();
        if (row != null
                && row.entry().kind() == PresenceKind.VENDOR
                && VendorId.isValid(row.id())) {
            choose.accept(new VendorId(row.id()));
        }
    }
}
