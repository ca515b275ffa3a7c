package io.venta.desktop.notification;

import static io.venta.desktop.fx.Texts.text;

import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The messages as a stack of cards; lets the mouse through where there is none. Tab goes to a card,
 * Enter where it leads, Esc takes it away.
 */
public final class NotificationView extends VBox {

    private final NotificationViewModel model;
    private final VBox cards = new VBox();

    /** Shows {@code model}. */
    public NotificationView(NotificationViewModel model) {
        this.model = model;
        getStyleClass().add("toasts");
        cards.getStyleClass().add("toast-cards");
        setPickOnBounds(false);
        cards.setPickOnBounds(false);
        getChildren().addAll(cards, more());
        model.toasts().addListener((ListChangeListener<Toast>) this::changed);
    }

    /**
     * The cards that stay are left as they are, with the focus and the mouse that may be in them.
     */
    private void changed(ListChangeListener.Change<? extends Toast> change) {
        while (change.next()) {
            int from = change.getFrom();
            List<Node> at = cards.getChildren();
            at.subList(from, from + change.getRemovedSize()).clear();
            at.addAll(from, change.getAddedSubList().stream().map(this::card).toList());
        }
    }

    private Button more() {
        Button more = new Button();
        more.setId("toasts-more");
        more.getStyleClass().add("toast-read");
        more.setOnAction(event -> model.openProperty().set(true));
        model.moreProperty()
                .subscribe(
                        count -> {
                            more.setText(text("notification.more", count));
                            more.setAccessibleText(text("notification.more.accessible", count));
                        });
        more.visibleProperty().bind(model.moreProperty().greaterThan(0));
        more.managedProperty().bind(more.visibleProperty());
        return more;
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
        HBox foot = foot(toast);
        if (!foot.getChildren().isEmpty()) {
            words.getChildren().add(foot);
        }
        HBox card = new HBox(words);
        if (!toast.critical()) {
            card.getChildren().add(close(toast));
        }
        card.setFocusTraversable(true);
        card.setOnKeyPressed(event -> key(event, card, toast));
        card.setAccessibleText(toast.title() + "\n" + toast.message());
        card.getStyleClass()
                .addAll("toast", "toast-" + toast.priority().name().toLowerCase(Locale.ROOT));
        return card;
    }

    private HBox foot(Toast toast) {
        HBox foot = new HBox();
        foot.getStyleClass().add("toast-foot");
        if (toast.stays()) {
            foot.getChildren().add(pill(toast));
        }
        if (toast.critical()) {
            foot.getChildren().add(button("notification.mark-read", () -> model.dismiss(toast)));
        }
        Lead lead = toast.lead();
        if (lead != null) {
            Button show = button("notification.show", lead.follow());
            show.getStyleClass().add("toast-show");
            show.setAccessibleText(text("notification.show.accessible", toast.title()));
            foot.getChildren().add(show);
        }
        return foot;
    }

    private static Label pill(Toast toast) {
        String priority = toast.priority().name().toLowerCase(Locale.ROOT);
        Label pill = new Label(text("priority." + priority));
        pill.getStyleClass().addAll("news-priority", "news-" + priority);
        return pill;
    }

    private static Button button(String key, Runnable command) {
        Button button = new Button(text(key));
        button.getStyleClass().add("toast-read");
        button.setOnAction(event -> command.run());
        return button;
    }

    private Button close(Toast toast) {
        Region cross = new Region();
        cross.getStyleClass().addAll("icon", "icon-close");
        Button close = new Button("", cross);
        close.setAccessibleText(text("notification.dismiss"));
        close.getStyleClass().addAll("flat", "toast-close");
        close.setOnAction(event -> model.dismiss(toast));
        return close;
    }

    private void key(KeyEvent event, Node card, Toast toast) {
        if (event.getCode() == KeyCode.ESCAPE) {
            int at = cards.getChildren().indexOf(card);
            model.dismiss(toast);
            cards.getChildren().stream().skip(at).findFirst().ifPresent(Node::requestFocus);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && card.isFocused() && toast.lead() != null) {
            toast.lead().follow().run();
            event.consume();
        }
    }
}
