package io.venta.desktop.details.notify;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.details.notify.Letter.Progress;
import io.venta.desktop.details.notify.Letter.Stage;
import io.venta.desktop.fx.RowLine;
import io.venta.model.notification.Priority;
import javafx.css.PseudoClass;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A small form: title, message, priority; and what has become of what was sent. Esc closes it and
 * keeps what is written.
 */
public final class NotifyForm extends VBox {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final int LINES = 3;

    private final NotifyViewModel model;
    private final TextField title = new TextField();
    private final TextArea message = new TextArea();
    private final ChoiceBox<Priority> priority = new ChoiceBox<>();
    private final Button send = new Button(text("notify.send"));
    private final Label progress = new Label();
    private Subscription watching = Subscription.EMPTY;

    /** Writes what {@code model} sends. */
    public NotifyForm(NotifyViewModel model) {
        this.model = model;
        getStyleClass().add("notify-form");
        setId("notify-form");
        title.setId("notify-title");
        message.setId("notify-message");
        message.setWrapText(true);
        message.setPrefRowCount(LINES);
        priority.setId("notify-priority");
        priority.setAccessibleText(text("notify.priority"));
        priority.setConverter(new PriorityWords());
        priority.getItems().setAll(Priority.values());
        send.setId("notify-send");
        send.getStyleClass().add("accent");
        send.setMinWidth(USE_PREF_SIZE);
        send.setTooltip(new Tooltip(text("notify.send.hint")));
        send.setOnAction(event -> model.send());
        progress.setId("notify-progress");
        progress.getStyleClass().add("notify-progress");
        progress.setWrapText(true);
        progress.managedProperty().bind(progress.textProperty().isNotEmpty());
        Label whom = new Label(text("notify.whom"));
        whom.getStyleClass().add("quiet-hint");
        whom.setWrapText(true);
        getChildren()
                .addAll(
                        whom,
                        new LimitedField(text("notify.title"), title, Letter.LONGEST_TITLE),
                        new LimitedField(text("notify.message"), message, Letter.LONGEST_MESSAGE),
                        new RowLine(priority, send),
                        progress);
        listen();
    }

    private void listen() {
        visibleProperty().bind(model.openProperty());
        managedProperty().bind(model.openProperty());
        model.openProperty().subscribe(this::focusWhen);
        model.letterProperty().subscribe(this::exchange);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private void focusWhen(boolean open) {
        if (open) {
            title.requestFocus();
        }
    }

    private void exchange(@Nullable Letter before, @Nullable Letter now) {
        watching.unsubscribe();
        if (before != null) {
            title.textProperty().unbindBidirectional(before.titleProperty());
            message.textProperty().unbindBidirectional(before.messageProperty());
            priority.valueProperty().unbindBidirectional(before.priorityProperty());
        }
        if (now != null) {
            title.textProperty().bindBidirectional(now.titleProperty());
            message.textProperty().bindBidirectional(now.messageProperty());
            priority.valueProperty().bindBidirectional(now.priorityProperty());
            watching =
                    Subscription.combine(
                            now.progressProperty().subscribe(this::show),
                            now.readyProperty().subscribe(ready -> send.setDisable(!ready)));
        }
    }

    private void show(Progress now) {
        boolean underWay = now.stage().underWay();
        title.setEditable(!underWay);
        message.setEditable(!underWay);
        priority.setDisable(underWay);
        progress.setText(now.words());
        progress.pseudoClassStateChanged(FAILED, now.stage() == Stage.FAILED);
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !priority.isShowing()) {
            model.openProperty().set(false);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            model.send();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && event.getTarget() == message) {
            message.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }
}
