package io.venta.desktop.notification;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.Ages;
import io.venta.model.notification.Notification;
import io.venta.model.notification.Priority;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A notification in the drawer, as high as its words need. */
final class NewsCell extends ListCell<News> {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG);

    private final NotificationViewModel model;
    private final Links links;
    private final Consumer<URI> browse;
    private final Region dot = new Region();
    private final Label title = new Label();
    private final Label age = new Label();
    private final Tooltip time = new Tooltip();
    private final Label words = new Label();
    private final Label priority = new Label();
    private final Hyperlink open = new Hyperlink(text("notification.open"));
    private final Hyperlink read = new Hyperlink(text("notification.mark-read"));
    private final HBox foot = new HBox(priority, open, read);
    private final VBox card;
    private final ChangeListener<Boolean> refresh = (property, before, now) -> refresh();
    private @Nullable News news;

    NewsCell(NotificationViewModel model, Links links, Consumer<URI> browse) {
        this.model = model;
        this.links = links;
        this.browse = browse;
        getStyleClass().add("news-cell");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        title.getStyleClass().add("news-title");
        words.getStyleClass().add("news-words");
        age.getStyleClass().add("news-age");
        foot.getStyleClass().add("news-foot");
        age.setMinWidth(USE_PREF_SIZE);
        age.setTooltip(time);
        read.setOnAction(event -> markRead());
        HBox.setHgrow(title, javafx.scene.layout.Priority.ALWAYS);
        HBox head = new HBox(dot, title, age);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("news-head");
        card = new VBox(head, words, foot);
        card.getStyleClass().add("news-card");
        setPrefWidth(0);
        model.nowProperty().addListener(change -> showAge());
    }

    @Override
    protected void updateItem(@Nullable News item, boolean empty) {
        super.updateItem(item, empty);
        News before = news;
        if (before != item) {
            if (before != null) {
                before.unreadProperty().removeListener(refresh);
            }
            news = item;
            if (item != null) {
                item.unreadProperty().addListener(refresh);
            }
        }
        setGraphic(item == null ? null : card);
        refresh();
    }

    /** The skin would ask the card for its height without telling how wide it will be. */
    @Override
    protected double computePrefHeight(double width) {
        double inner = (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset();
        return getGraphic() == null
                ? super.computePrefHeight(width)
                : snapSizeY(card.prefHeight(inner)) + snappedTopInset() + snappedBottomInset();
    }

    private void refresh() {
        News item = news;
        if (item == null) {
            return;
        }
        Notification notification = item.notification();
        title.setText(notification.title());
        words.setText(notification.message());
        time.setText(FULL.format(notification.createdAt().atZone(ZoneId.systemDefault())));
        dot.getStyleClass().setAll("news-dot", item.unread() ? "news-unread" : "news-read");
        show(title.getStyleClass(), "news-bold", item.unread());
        showPriority(notification.priority());
        URI link = links.of(notification.actionUrl()).orElse(null);
        show(open, link != null);
        open.setOnAction(event -> follow(link));
        show(read, item.unread());
        show(foot, priority.isVisible() || open.isVisible() || read.isVisible());
        showAge();
        setAccessibleText(
                text(
                        item.unread() ? "notification.unread" : "notification.read",
                        notification.title(),
                        notification.message()));
    }

    private void showPriority(Priority of) {
        String key = of.name().toLowerCase(Locale.ROOT);
        show(priority, of != Priority.NORMAL);
        priority.setText(of == Priority.NORMAL ? "" : text("priority." + key));
        priority.getStyleClass().setAll("label", "news-priority", "news-" + key);
    }

    private void showAge() {
        News item = news;
        if (item != null) {
            Duration passed =
                    Duration.between(item.notification().createdAt(), model.nowProperty().get());
            age.setText(Ages.format(passed));
        }
    }

    private void follow(@Nullable URI link) {
        if (link != null) {
            browse.accept(link);
            markRead();
        }
    }

    private void markRead() {
        News item = news;
        if (item != null) {
            model.read(item);
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static void show(java.util.List<String> classes, String name, boolean there) {
        classes.remove(name);
        if (there) {
            classes.add(name);
        }
    }
}
