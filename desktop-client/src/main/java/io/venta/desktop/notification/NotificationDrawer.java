package io.venta.desktop.notification;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.fx.PanelHead;
import io.venta.desktop.notification.NotificationViewModel.History;
import java.net.URI;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * All notifications in a panel over the map's right edge; older ones come as its end comes near.
 */
public final class NotificationDrawer extends VBox {

    private static final double NEAR_THE_END = 0.9;

    private final NotificationViewModel model;
    private final ListView<News> list = new ListView<>();

    /**
     * @param model what to show
     * @param server what relative actions belong to
     * @param browse opens a link
     */
    public NotificationDrawer(NotificationViewModel model, URI server, Consumer<URI> browse) {
        this.model = model;
        getStyleClass().addAll("panel", "notifications");
        setId("notifications");
        Links links = new Links(server);
        list.setId("news");
        list.setAccessibleText(text("notification.title"));
        list.setItems(model.news());
        list.setCellFactory(view -> new NewsCell(model, links, browse));
        list.setPlaceholder(placeholder());
        list.skinProperty().addListener(change -> followScrolling());
        model.pickedProperty().addListener((property, before, news) -> pick(news));
        addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(), list, foot());
    }

    /** So that the arrow keys go through the list. */
    public void focusList() {
        list.requestFocus();
    }

    private void pick(@Nullable News news) {
        if (news != null) {
            list.getSelectionModel().clearAndSelect(list.getItems().indexOf(news));
            list.scrollTo(news);
            list.requestFocus();
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.openProperty().set(false);
            event.consume();
        }
    }

    private PanelHead head() {
        Hyperlink allRead = new Hyperlink(text("notification.all-read"));
        allRead.setId("all-read");
        allRead.setMinWidth(USE_PREF_SIZE);
        allRead.setOnAction(event -> model.readAll());
        allRead.visibleProperty().bind(model.unreadProperty().greaterThan(0));
        return new PanelHead(
                text("notification.title"),
                () -> model.openProperty().set(false),
                allRead,
                sound());
    }

    private ToggleButton sound() {
        ToggleButton sound = new ToggleButton();
        sound.setId("mute");
        sound.getStyleClass().addAll("flat", "toast-close");
        sound.selectedProperty().bindBidirectional(model.mutedProperty());
        Tooltip tooltip = new Tooltip();
        sound.setTooltip(tooltip);
        model.mutedProperty()
                .subscribe(
                        muted -> {
                            sound.setGraphic(icon(muted ? "icon-muted" : "icon-sound"));
                            String words =
                                    text(muted ? "notification.muted" : "notification.sounds");
                            sound.setAccessibleText(words);
                            tooltip.setText(words);
                        });
        return sound;
    }

    private Label placeholder() {
        Label words = new Label();
        words.setWrapText(true);
        words.getStyleClass().add("empty-hint");
        words.textProperty()
                .bind(
                        model.historyProperty()
                                .map(is -> is == History.WHOLE ? text("notification.none") : ""));
        return words;
    }

    private HBox foot() {
        Label words = new Label();
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button more = new Button();
        more.setId("older");
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(event -> model.older());
        HBox foot = new HBox(words, more);
        foot.getStyleClass().add("panel-foot");
        model.historyProperty()
                .subscribe(
                        is -> {
                            words.setText(
                                    switch (is) {
                                        case LOADING -> text("notification.loading");
                                        case FAILED -> text("notification.failed");
                                        case MORE, WHOLE -> "";
                                    });
                            more.setText(
                                    text(
                                            is == History.FAILED
                                                    ? "notification.again"
                                                    : "notification.older"));
                            show(more, is == History.FAILED || is == History.MORE);
                            show(foot, is != History.WHOLE);
                        });
        return foot;
    }

    private void followScrolling() {
        for (Node node : list.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                bar.valueProperty().addListener((property, before, at) -> scrolled(at));
            }
        }
    }

    private void scrolled(Number at) {
        if (at.doubleValue() > NEAR_THE_END && model.historyProperty().get() == History.MORE) {
            model.older();
        }
    }

    private static Region icon(String name) {
        Region icon = new Region();
        icon.getStyleClass().addAll("icon", name);
        return icon;
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
