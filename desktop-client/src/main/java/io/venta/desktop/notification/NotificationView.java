package io.venta.desktop.notification;

import static io.venta.desktop.fx.Texts.text;

import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The messages as a stack of cards; lets the mouse through where there is none. */
public final class NotificationView extends VBox {

    private final NotificationViewModel model;

    /** Shows {@code model}. */
    public NotificationView(NotificationViewModel model) {
        this.model = model;
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        InvalidationListener rebuild = change -> rebuild();
        model.toasts().addListener(rebuild);
    }

    private void rebuild() {
        getChildren().setAll(model.toasts().stream().map(this::card).toList());
    }

    private Node card(Toast toast) {
        Label title = new Label(toast.title());
        title.getStyleClass().add("toast-title");
        title.setWrapText(true);
        Label message = new Label(toast.message());
        message.setWrapText(true);
        message.setManaged(!toast.message().isEmpty());
        VBox words = new VBox(title, message);
        words.getStyleClass().add("toast-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (toast.critical()) {
            Button read = new Button(text("notification.mark-read"));
            read.getStyleClass().add("toast-read");
            read.setOnAction(event -> model.dismiss(toast));
            Label critical = new Label(text("priority.critical"));
            critical.getStyleClass().addAll("news-priority", "news-critical");
            HBox foot = new HBox(critical, read);
            foot.getStyleClass().add("toast-foot");
            words.getChildren().add(foot);
        }
        Button close = new Button();
        close.setVisible(!toast.critical());
        close.setManaged(!toast.critical());
        Region cross = new Region();
        cross.getStyleClass().addAll("icon", "icon-close");
        close.setGraphic(cross);
        close.setAccessibleText(text("notification.dismiss"));
        close.getStyleClass().addAll("flat", "toast-close");
        close.setOnAction(event -> model.dismiss(toast));
        HBox card = new HBox(words, close);
        card.setAccessibleText(toast.title() + "\n" + toast.message());
        card.getStyleClass()
                .addAll("toast", "toast-" + toast.priority().name().toLowerCase(Locale.ROOT));
        return card;
    }
}
