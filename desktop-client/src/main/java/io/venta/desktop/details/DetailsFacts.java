package io.venta.desktop.details;

import static io.venta.desktop.fx.Texts.text;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Where it is, and what its profile says. */
final class DetailsFacts extends GridPane {

    private final Label position = value("details-position");
    private final CopyButton copy = new CopyButton();
    private final Label heading = value("details-heading");
    private final Label time = value("details-time");
    private final Tooltip fullTime = new Tooltip();
    private final Label serving = value("details-serving");
    private final Label description = value("details-description");
    private final Label id = value("details-id");
    private final Label changed = value("details-changed");
    private final Tooltip fullChange = new Tooltip();

    DetailsFacts() {
        getStyleClass().add("details-facts");
        time.setTooltip(fullTime);
        changed.setTooltip(fullChange);
        description.setWrapText(true);
        description.setMinHeight(USE_PREF_SIZE);
        HBox place = new HBox(position, copy);
        place.getStyleClass().add("details-place");
        Region[] values = {place, heading, time, serving, description, id, changed};
        String[] keys = {"position", "heading", "time", "serving", "about", "id", "changed"};
        for (int row = 0; row < values.length; row++) {
            Label caption = new Label(text("details." + keys[row]));
            caption.getStyleClass().add("details-caption");
            caption.setMinWidth(USE_PREF_SIZE);
            GridPane.setValignment(caption, values[row] == description ? VPos.TOP : VPos.CENTER);
            GridPane.setHgrow(values[row], Priority.ALWAYS);
            values[row].setMinWidth(0);
            addRow(row, caption, values[row]);
        }
    }

    void show(VendorDetails details) {
        VendorDetails.Motion motion = details.motion();
        String unknown = text("details.unknown");
        position.setText(motion == null ? unknown : motion.position());
        copy.offer(motion == null ? "" : motion.coordinates());
        heading.setText(motion == null ? unknown : motion.heading());
        time.setText(motion == null ? unknown : motion.time());
        fullTime.setText(motion == null ? unknown : motion.fullTime());
        VendorDetails.Profile profile = details.profile();
        serving.setText(profile.serving());
        description.setText(profile.description());
        id.setText(details.id());
        changed.setText(profile.changed());
        fullChange.setText(profile.fullChange());
    }

    private static Label value(String id) {
        Label label = new Label();
        label.setId(id);
        return label;
    }
}
