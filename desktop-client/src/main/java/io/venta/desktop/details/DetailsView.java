package io.venta.desktop.details;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.details.notify.NotifyForm;
import io.venta.desktop.details.trail.FixList;
import io.venta.desktop.details.trail.TrailSection;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The panel: who it is, how it moves, who is there, where it was, what it says of itself. */
public final class DetailsView extends VBox {

    private static final PseudoClass OUT_OF_DATE = PseudoClass.getPseudoClass("out-of-date");

    private final DetailsHead head;
    private final DetailsFigures figures = new DetailsFigures();
    private final PresenceCard presence;
    private final DetailsFacts facts = new DetailsFacts();
    private final ToggleButton follow = new ToggleButton(text("details.follow"));
    private final Button centre = new Button(text("details.centre"));
    private final ScrollPane scroll;

    /**
     * @param model whom to show
     * @param following whether the map follows it
     * @param onCentre brings it to the middle of the map
     */
    public DetailsView(DetailsViewModel model, BooleanProperty following, Runnable onCentre) {
        getStyleClass().add("details");
        setId("details");
        head = new DetailsHead(model::close);
        presence = new PresenceCard(model.viewers());
        follow.selectedProperty().bindBidirectional(following);
        follow.setTooltip(new Tooltip(text("map.follow")));
        centre.setOnAction(event -> onCentre.run());
        VBox body =
                new VBox(
                        figures,
                        actions(model),
                        new NotifyForm(model.notifying()),
                        presence,
                        new TrailSection(model.hour(), model.scrub(), model.clock()),
                        facts,
                        new FixList(model.hour(), model.scrub()));
        body.getStyleClass().add("details-body");
        scroll = new ScrollPane(body);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setHmax(0);
        // As wide with a scroll bar as without, so that nothing moves aside when one comes: it
        // covers a part of the right margin.
        body.minWidthProperty().bind(scroll.widthProperty());
        body.maxWidthProperty().bind(scroll.widthProperty());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.detailsProperty().addListener((property, before, now) -> show(before, now));
        model.outOfDateProperty().subscribe(now -> pseudoClassStateChanged(OUT_OF_DATE, now));
    }

    private HBox actions(DetailsViewModel model) {
        ToggleButton notify = new ToggleButton(text("details.notify"));
        notify.setId("details-notify");
        notify.selectedProperty().bindBidirectional(model.notifying().openProperty());
        HBox actions = new HBox(follow, centre, notify);
        actions.getStyleClass().add("details-actions");
        return actions;
    }

    /** What the last one said stays while the panel slides away. */
    private void show(@Nullable VendorDetails before, @Nullable VendorDetails details) {
        if (details == null) {
            return;
        }
        head.show(details);
        figures.show(details);
        presence.show(details.presence());
        facts.show(details);
        follow.setDisable(details.motion() == null);
        centre.setDisable(details.motion() == null);
        if (before == null || !before.id().equals(details.id())) {
            scroll.setVvalue(0);
        }
    }
}
