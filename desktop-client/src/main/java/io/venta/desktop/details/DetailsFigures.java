package io.venta.desktop.details;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.vendor.VendorStatus;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is seen first: its state, how fast it is, how fresh that is. */
final class DetailsFigures extends HBox {

    private final Label status = new Label();
    private final Label speed = new Label();
    private final Label age = new Label();

    DetailsFigures() {
        getStyleClass().add("details-figures");
        getChildren()
                .addAll(
                        figure(status, "details.status"),
                        figure(speed, "details.speed"),
                        figure(age, "details.age"));
    }

    void show(VendorDetails details) {
        VendorDetails.Motion motion = details.motion();
        String unknown = text("details.unknown");
        status.setText(text("status." + details.status().key()));
        speed.setText(motion == null || !isFresh(details.status()) ? unknown : motion.speed());
        age.setText(motion == null ? unknown : motion.age());
    }

    /** How fast an old fix was says nothing of now. */
    private static boolean isFresh(VendorStatus status) {
        return status == VendorStatus.MOVING || status == VendorStatus.STOPPED;
    }

    private static VBox figure(Label figure, String key) {
        figure.getStyleClass().add("details-figure");
        Label caption = new Label(text(key));
        caption.getStyleClass().add("details-caption");
        VBox box = new VBox(figure, caption);
        box.setPrefWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }
}
