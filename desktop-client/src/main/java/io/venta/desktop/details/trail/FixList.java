package io.venta.desktop.details.trail;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.Ages;
import io.venta.desktop.fx.Places;
import io.venta.desktop.vendor.Fix;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The newest fixes, newest first, behind a title that opens them. */
public final class FixList extends TitledPane {

    private static final int MOST = 20;
    private static final int COLUMNS = 3;

    private final TrailViewModel hour;
    private final ScrubViewModel model;
    private final GridPane rows = new GridPane();
    private final Label none = new Label(text("trail.no-fixes"));

    /** Shows the newest fixes of {@code hour}, told by {@code model}. */
    public FixList(TrailViewModel hour, ScrubViewModel model) {
        this.hour = hour;
        this.model = model;
        setId("fixes");
        setText(text("trail.fixes"));
        setAnimated(false);
        setExpanded(false);
        rows.getStyleClass().add("fix-list");
        none.getStyleClass().add("quiet-hint");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(new ColumnConstraints(), wide);
        setContent(rows);
        expandedProperty().addListener(change -> tell());
        hour.nowProperty().addListener(change -> tell());
        hour.stateProperty().addListener(change -> tell());
    }

    private void tell() {
        if (!isExpanded()) {
            return;
        }
        List<Fix> newest = hour.trailProperty().get().fixes().reversed();
        int count = Math.min(MOST, newest.size());
        rows.getChildren().remove(none);
        List<Node> labels = rows.getChildren();
        if (labels.size() > COLUMNS * count) {
            labels.subList(COLUMNS * count, labels.size()).clear();
        }
        for (int row = 0; row < count; row++) {
            Fix fix = newest.get(row);
            say(row, 0, model.time(fix));
            say(row, 1, Ages.speed(fix.speed()));
            say(row, 2, Places.coordinates(fix.position()));
        }
        if (count == 0) {
            rows.add(none, 0, 0, COLUMNS, 1);
        }
    }

    private void say(int row, int column, String words) {
        int index = COLUMNS * row + column;
        if (index == rows.getChildren().size()) {
            rows.add(new Label(), column, row);
        }
        ((Label) rows.getChildren().get(index)).setText(words);
    }
}
