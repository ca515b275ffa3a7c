package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says that something went wrong, what that means and what to try; never more than one. */
final class FaultNotice extends VBox {

    private final Faults faults;
    private final Label means = new Label();
    private final Hyperlink copy = new Hyperlink(text("fault.copy"));

    FaultNotice(Faults faults) {
        this.faults = faults;
        setId("fault");
        getStyleClass().addAll("floating-card", "fault");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label(text("fault.title"));
        title.getStyleClass().add("toast-title");
        means.setWrapText(true);
        copy.setId("fault-copy");
        copy.setOnAction(event -> copy());
        Button dismiss = new Button(text("fault.dismiss"));
        dismiss.setId("fault-dismiss");
        dismiss.getStyleClass().add("toast-read");
        dismiss.setOnAction(event -> faults.putAway());
        HBox foot = new HBox(dismiss, copy);
        foot.getStyleClass().add("toast-foot");
        getChildren().addAll(title, means, foot);
        faults.shownProperty().subscribe(this::show);
    }

    private void show(Faults.@Nullable Fault fault) {
        setVisible(fault != null);
        if (fault != null) {
            means.setText(text(fault.isMemory() ? "fault.memory" : "fault.means"));
            copy.setText(text("fault.copy"));
        }
    }

    private void copy() {
        Faults.Fault fault = faults.shownProperty().get();
        if (fault != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(fault.details());
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(text("fault.copied"));
        }
    }
}
