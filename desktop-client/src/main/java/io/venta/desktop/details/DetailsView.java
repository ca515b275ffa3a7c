package io.venta.desktop.details;

import static io.venta.desktop.fx.Texts.text;

import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The panel: who it is, how it moves, where it is. */
public final class DetailsView extends VBox {

    private static final PseudoClass OUT_OF_DATE = PseudoClass.getPseudoClass("out-of-date");

    private final Region mark = new Region();
    private final Label name = styled("details-name");
    private final Label type = styled("details-type");
    private final Label status = styled("details-figure");
    private final Label speed = styled("details-figure");
    private final Label age = styled("details-figure");
    private final Label time = new Label();
    private final Tooltip fullTime = new Tooltip();
    private final Label position = new Label();
    private final Label heading = new Label();
    private final Label serving = new Label();
    private final Label id = new Label();
    private final Label description = new Label();
    private final PresenceCard presence;
    private final ToggleButton follow = new ToggleButton(text("details.follow"));
    private final Button centre = new Button(text("details.centre"));
    private final Button copy = new Button(text("details.copy"));

    /**
     * @param model whom to show
     * @param following whether the map follows it
     * @param onCentre brings it to the middle of the map
     */
    public DetailsView(DetailsViewModel model, BooleanProperty following, Runnable onCentre) {
        getStyleClass().add("details");
        setId("details");
        name.setId("details-name");
        position.setId("details-position");
        copy.setId("details-copy");
        follow.selectedProperty().bindBidirectional(following);
        centre.setOnAction(event -> onCentre.run());
        copy.setOnAction(event -> copy(model.detailsProperty().get()));
        time.setTooltip(fullTime);
        description.setWrapText(true);
        presence = new PresenceCard(model.viewers());
        HBox actions = new HBox(follow, centre);
        actions.getStyleClass().add("details-actions");
        getChildren().addAll(head(model), figures(), presence, actions, facts(), description);
        model.detailsProperty().addListener((property, before, now) -> show(now));
        model.outOfDateProperty()
                .addListener((property, before, now) -> pseudoClassStateChanged(OUT_OF_DATE, now));
    }

    private HBox head(DetailsViewModel model) {
        name.setWrapText(true);
        HBox slot = new HBox(mark);
        slot.getStyleClass().add("mark-slot");
        VBox titles = new VBox(name, type);
        HBox.setHgrow(titles, Priority.ALWAYS);
        Region cross = new Region();
        cross.getStyleClass().addAll("icon", "icon-close");
        Button close = new Button();
        close.setId("details-close");
        close.setGraphic(cross);
        close.setAccessibleText(text("details.close"));
        close.setTooltip(new Tooltip(text("details.close")));
        close.getStyleClass().addAll("flat", "toast-close");
        close.setOnAction(event -> model.close());
        HBox head = new HBox(slot, titles, close);
        head.getStyleClass().add("details-head");
        return head;
    }

    private HBox figures() {
        HBox figures =
                new HBox(
                        figure(status, "details.status"),
                        figure(speed, "details.speed"),
                        figure(age, "details.age"));
        figures.getStyleClass().add("details-figures");
        return figures;
    }

    private static VBox figure(Label figure, String key) {
        Label caption = new Label(text(key));
        caption.getStyleClass().add("details-caption");
        VBox box = new VBox(figure, caption);
        box.setPrefWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private GridPane facts() {
        copy.getStyleClass().addAll("flat", "accent", "details-copy");
        HBox place = new HBox(position, copy);
        place.getStyleClass().add("details-place");
        GridPane facts = new GridPane();
        facts.getStyleClass().add("details-facts");
        Region[] values = {place, heading, time, serving, id};
        String[] keys = {"position", "heading", "time", "serving", "id"};
        for (int row = 0; row < values.length; row++) {
            Label caption = new Label(text("details." + keys[row]));
            caption.getStyleClass().add("details-caption");
            caption.setMinWidth(USE_PREF_SIZE);
            GridPane.setValignment(caption, VPos.CENTER);
            facts.addRow(row, caption, values[row]);
        }
        return facts;
    }

    /** What the last one said stays while the panel slides away. */
    private void show(@Nullable VendorDetails details) {
        if (details == null) {
            return;
        }
        mark.getStyleClass().setAll("mark", "mark-" + details.status().key());
        mark.setRotate(details.turn());
        name.setText(details.name());
        type.setText(details.type());
        status.setText(text("status." + details.status().key()));
        serving.setText(details.serving());
        id.setText(details.id());
        description.setText(details.description());
        presence.show(details.presence());
        show(details.motion());
    }

    private void show(VendorDetails.@Nullable Motion motion) {
        String unknown = text("details.unknown");
        speed.setText(motion == null ? unknown : motion.speed());
        age.setText(motion == null ? unknown : motion.age());
        time.setText(motion == null ? unknown : motion.time());
        fullTime.setText(motion == null ? unknown : motion.fullTime());
        position.setText(motion == null ? unknown : motion.position());
        heading.setText(motion == null ? unknown : motion.heading());
        follow.setDisable(motion == null);
        centre.setDisable(motion == null);
        copy.setVisible(motion != null);
    }

    private static void copy(@Nullable VendorDetails details) {
        VendorDetails.Motion motion = details == null ? null : details.motion();
        if (motion != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(motion.coordinates());
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private static Label styled(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
