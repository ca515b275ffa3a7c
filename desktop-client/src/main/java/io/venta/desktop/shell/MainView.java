package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.alert.AlertDrawer;
import io.venta.desktop.details.DetailsView;
import io.venta.desktop.fleet.FleetView;
import io.venta.desktop.map.MapView;
import io.venta.desktop.notification.NotificationDrawer;
import io.venta.desktop.notification.NotificationView;
import io.venta.desktop.presence.RosterView;
import io.venta.desktop.vendor.Vendor;
import io.venta.model.location.VendorId;
import java.net.URI;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import javafx.util.Subscription;

/** The list beside the map, messages over it, the status line under both. */
final class MainView extends StackPane {

    private final MainViewModel model;
    private final MapView map;
    private final WelcomeCard welcome;
    private final ShortcutTable keys;

    /** To what outlives the view: a theme would keep each view of all who signed in. */
    private final Subscription dressed;

    private final FleetWidth listWidth;
    private final Timeline everySecond;
    private final RosterView roster;
    private final NotificationDrawer drawer;
    private final LeaveQuestion leaving;
    private final AlertDrawer alerts;

    MainView(
            MainViewModel model, Theme theme, Executor fx, Consumer<URI> browse, Runnable signOut) {
        this.model = model;
        this.map = new MapView(model.map(), fx);
        FleetView fleet = new FleetView(model.fleet(), new FleetOnMap(model, browse));
        HelpView help = new HelpView();
        leaving = new LeaveQuestion(model.link());
        Runnable leave = () -> leaving.ask(signOut);
        welcome = new WelcomeCard(help::toggle);
        StackPane.setAlignment(welcome, Pos.BOTTOM_LEFT);
        MainMenu menu = new MainMenu(model, theme, welcome::open, help::toggle, leave);

        roster = new RosterView(model.roster(), model::select);
        drawer = new NotificationDrawer(model.notifications(), URI.create(model.server()), browse);
        alerts = new AlertDrawer(model.alerts(), this::selectAndCentre);
        StackPane stage = stage();
        SplitPane split = new SplitPane(fleet, stage);
        SplitPane.setResizableWithParent(fleet, false);
        split.setMinSize(0, 0); // A small window cuts the list, not the status line.
        setMinSize(0, 0);
        listWidth = new FleetWidth(split, fleet, model.fleet().wideProperty());
        BorderPane frame = new BorderPane(split);
        getChildren().addAll(frame, help, leaving);
        ConnectionCorner corner = new ConnectionCorner(model, new StatusCards(this), leave);
        frame.setBottom(new ConnectionStatusBar(model, corner, menu, help::toggle));

        model.vendors().revisionProperty().addListener(change -> map.repaint());
        model.map().reducedMotionProperty().bind(Platform.getPreferences().reducedMotionProperty());
        keys = addKeys(fleet, help, theme.zoom());
        dressed = dress(theme);
        everySecond =
                new Timeline(
                        new KeyFrame(Duration.seconds(1), event -> model.tick(fleet.inSight())));
        everySecond.setCycleCount(Animation.INDEFINITE);
        everySecond.play();
        addEventFilter(InputEvent.ANY, event -> model.roster().own().touched());
    }

    MainViewModel model() {
        return model;
    }

    MapView map() {
        return map;
    }

    /** Asks first where something has not been sent; whether it left at once. */
    boolean leave(Runnable by) {
        return leaving.ask(by);
    }

    WelcomeCard welcome() {
        return welcome;
    }

    ShortcutTable keys() {
        return keys;
    }

    FleetWidth listWidth() {
        return listWidth;
    }

    void close() {
        everySecond.stop();
        dressed.unsubscribe();
        model.close();
    }

    private ShortcutTable addKeys(FleetView fleet, HelpView help, Zoom zoom) {
        ShortcutTable table = new Shortcuts(model, help, welcome).table(fleet, zoom);
        help.list(table);
        addEventHandler(KeyEvent.ANY, table::handle);
        return table;
    }

    /** The map and what lies over it. */
    private StackPane stage() {
        NotificationView toasts = new NotificationView(model.notifications());
        toasts.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(toasts, Pos.TOP_RIGHT);
        Label following = following();
        StackPane.setAlignment(following, Pos.TOP_CENTER);
        StackPane stage = new StackPane(map, welcome, following, toasts);
        stage.setMinSize(200, 0);
        addPanels(stage);
        DoubleProperty covered = model.map().coveredProperty();
        toasts.translateXProperty().bind(covered.negate());
        following.translateXProperty().bind(covered.divide(-2));
        return stage;
    }

    private Subscription dress(Theme theme) {
        return Subscription.combine(
                theme.darkProperty().subscribe(dark -> map.restyle()),
                theme.zoom()
                        .factorProperty()
                        .subscribe(factor -> map.setMagnification(factor.doubleValue())));
    }

    private void addPanels(StackPane stage) {
        DetailsView details =
                new DetailsView(
                        model.details(),
                        model.map().followingProperty(),
                        model.map()::centreSelected);
        DoubleBinding covered =
                Stream.of(
                                slideIn(details, stage, model.details().openProperty()),
                                addDrawer(
                                        roster,
                                        stage,
                                        model.roster().openProperty(),
                                        roster::focusSearch),
                                addDrawer(
                                        drawer,
                                        stage,
                                        model.notifications().openProperty(),
                                        drawer::focusList),
                                addDrawer(
                                        alerts,
                                        stage,
                                        model.alerts().openProperty(),
                                        alerts::focusList))
                        .reduce(MainView::max)
                        .orElseThrow();
        model.map().coveredProperty().bind(covered);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(stage.widthProperty());
        clip.heightProperty().bind(stage.heightProperty());
        stage.setClip(clip);
    }

    private void selectAndCentre(VendorId vendor) {
        model.select(vendor);
        model.map().centreSelected();
    }

    private DoubleBinding addDrawer(
            Region drawer, StackPane over, BooleanProperty open, Runnable focus) {
        DoubleBinding width = slideIn(drawer, over, open);
        open.subscribe(is -> focusWhen(is, focus));
        return width;
    }

    private DoubleBinding slideIn(Region panel, StackPane over, ObservableBooleanValue open) {
        StackPane.setAlignment(panel, Pos.CENTER_RIGHT);
        over.getChildren().add(panel);
        return new SlidingPanel(panel, over, model.map().reducedMotionProperty()).follow(open);
    }

    private static DoubleBinding max(DoubleBinding one, DoubleBinding other) {
        return Bindings.createDoubleBinding(() -> Math.max(one.get(), other.get()), one, other);
    }

    /** Whoever opens a panel wants to use it; whoever closes it goes back to the map. */
    private void focusWhen(boolean open, Runnable focus) {
        if (open) {
            focus.run();
        } else if (getScene() != null) {
            map.requestFocus();
        }
    }

    private Label following() {
        Label chip = new Label();
        chip.setId("following");
        chip.getStyleClass().add("chip");
        chip.textProperty()
                .bind(Bindings.createStringBinding(this::followed, model.map().selectedProperty()));
        chip.visibleProperty().bind(model.map().followingProperty());
        return chip;
    }

    private String followed() {
        Vendor vendor = model.map().selectedProperty().get();
        return vendor == null ? "" : text("map.following", vendor.name());
    }
}
