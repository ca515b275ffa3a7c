package io.venta.desktop.shell;

import io.venta.desktop.connection.ClientConfig;
import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.OutboundRequest;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.fx.FxExecutor;
import io.venta.desktop.fx.PulseExecutor;
import io.venta.desktop.login.LoginView;
import io.venta.desktop.login.LoginViewModel;
import io.venta.desktop.login.ServerOffer;
import io.venta.desktop.login.SignedIn;
import io.venta.desktop.map.ground.BaseMap;
import io.venta.desktop.vendor.TestClock;
import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.MessageType;
import io.venta.model.location.VendorTrail;
import io.venta.model.notification.Notification;
import io.venta.model.notification.NotificationPage;
import io.venta.model.presence.PresenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The real views on a stage where nothing happens by chance: the clock stands at noon, the server
 * is a recording, the fleet always the same. A {@link Screen} tells it what to play, in the words
 * of its methods. JavaFX thread only.
 */
final class Staging {

    private static final ServerAddress SERVER = ServerAddress.parse("gateway.example");

    private static final String RULES =
            "[{\"id\":\"r1\",\"name\":\"Racing\",\"kind\":\"SPEED\",\"threshold\":25,"
                    + "\"audience\":{\"type\":\"ALL\",\"text\":\"\"},\"enabled\":true}]";

    private final StagedFleet fleet;
    private final BaseMap outlines;
    private final Theme theme;
    private final TestClock clock = new TestClock();
    private final RecordingConnection connection = new RecordingConnection(clock);
    private final StackPane root = new StackPane();
    private @Nullable MainView main;

    Staging(StagedFleet fleet, BaseMap outlines, Theme theme) {
        this.fleet = fleet;
        this.outlines = outlines;
        this.theme = theme;
    }

    /** What is to be photographed. */
    Parent root() {
        return root;
    }

    /** Takes everything down. */
    void close() {
        if (main != null) {
            main.close();
        }
    }

    // Signing in

    /** The card to sign in with, as it is where the server has demo accounts. */
    LoginViewModel signIn() {
        var config = new ClientConfig("embedded", List.of("demo-dispatcher", "demo-admin"), null);
        var offer = new ServerOffer(server -> config, Runnable::run, Runnable::run);
        var model =
                new LoginViewModel((server, tokens) -> connection, offer, Runnable::run, in -> {});
        model.serverProperty().set(SERVER.toString());
        LoginView view = new LoginView(model);
        root.getChildren().setAll(view);
        view.focusFirstEmpty();
        return model;
    }

    /** The same after an attempt that the server refused. */
    void refused() {
        LoginViewModel model = signIn();
        model.passwordProperty().set("a guess");
        model.signIn();
        connection.become(new ConnectionState.Ended(ErrorCode.AUTHENTICATION_FAILED, "no"));
    }

    // The main view

    /** The main view, connected, before anything has come. */
    MainView open() {
        connection.become(new ConnectionState.Live(Duration.ofMillis(24)));
        connection.answer("/api/notifications?limit=50", new NotificationPage(List.of(), 0, null));
        FxExecutor fx = new FxExecutor();
        var session = new SignedIn(SERVER, connection);
        var model = new MainViewModel(session, fx, new PulseExecutor(fx), clock);
        MainView view = new MainView(model, theme, fx, link -> {}, () -> {});
        view.map().setBaseMap(outlines);
        main = view;
        root.getChildren().setAll(view);
        connection.measured(StagedPings.report(clock.instant()));
        model.tick(List.of());
        return view;
    }

    /** The main view with so many vendors. */
    void fleet(int size) {
        open();
        List<Integer> some = fleet.some(size);
        some.forEach(
                i -> hear(Destinations.ALL_VENDORS, MessageType.VENDOR_UPDATED, fleet.profile(i)));
        some.forEach(
                i -> hear(Destinations.ALL_LOCATIONS, MessageType.LOCATION_UPDATED, fleet.fix(i)));
        for (int i : some) {
            connection.answerAll(
                    "/api/vendors/" + fleet.id(i).value() + "/trail",
                    new VendorTrail(fleet.id(i), fleet.trail(i)));
        }
        connection.caughtUp(Destinations.ALL_VENDORS);
        connection.caughtUp(Destinations.ALL_LOCATIONS);
    }

    /** The main view where there is no vendor at all. */
    void noFleet() {
        open();
        connection.caughtUp(Destinations.ALL_VENDORS);
        connection.caughtUp(Destinations.ALL_LOCATIONS);
    }

    MainViewModel model() {
        return view().model();
    }

    /** The vendor of that place in the fleet; the first has the longest name. */
    void select(int index) {
        model().select(fleet.id(index));
    }

    /** The map at another zoom, with the same middle. */
    void zoom(double level) {
        var map = model().map();
        map.zoomBy(
                level - map.viewport().zoom(),
                map.viewport().width() / 2,
                map.viewport().height() / 2);
    }

    /** A key as somebody presses it who does not type. */
    void press(String key) {
        view().map().requestFocus();
        fire(view().map(), KeyEvent.KEY_TYPED, key, KeyCode.UNDEFINED);
    }

    /** A button, or whatever else can be pressed, by its CSS selector. */
    void click(String selector) {
        if (root.lookup(selector) instanceof ButtonBase button) {
            button.fire();
        } else {
            throw new IllegalStateException("There is no " + selector);
        }
    }

    /** What is known of the first steps, as at the first start. */
    void welcome() {
        view().welcome().open();
    }

    /** The selected vendor as it was in the middle of its trail. */
    void scrub() {
        var fixes = model().details().trailProperty().get().fixes();
        model().details().scrubbedProperty().set(fixes.get(fixes.size() / 2));
    }

    /** The selected vendor's last fixes, unfolded. */
    void fixes() {
        if (root.lookup("#fixes") instanceof TitledPane fixes) {
            fixes.setExpanded(true);
        }
    }

    /** Rules that hold for some, and the time it takes to be sure of that. */
    void alerts() {
        rules();
        pass(30);
    }

    /** Rules that hold for some. */
    void rules() {
        model().alerts().storedRulesProperty().set(RULES);
    }

    void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.advance(Duration.ofSeconds(1));
            model().tick(List.of());
        }
    }

    // The connection

    /** Two things the user did that the server has not taken. */
    void waiting() {
        for (String name : List.of("Two Sisters’ Waffles", "Bus 180, Wilanów")) {
            var unused =
                    connection.waits(
                            OutboundRequest.of(
                                    "Notification to " + name, "/api/notifications", name));
        }
    }

    /** The connection is lost, that time passes, and it is tried again in a moment. */
    void lost(Duration ago) {
        Instant since = clock.instant();
        clock.advance(ago);
        connection.become(
                new ConnectionState.Reconnecting(clock.instant().plusSeconds(7), 3, since));
        model().tick(List.of());
    }

    /** The sign-in ends, and nobody can prolong it but the user. */
    void ending() {
        connection.signInEndsIn(Duration.ofMinutes(4));
        pass(1);
    }

    /** Something in the program failed that nobody expected. */
    void fault() {
        Faults faults = new Faults(Runnable::run, null);
        FaultNotice notice = new FaultNotice(faults);
        StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
        root.getChildren().add(notice);
        faults.uncaughtException(Thread.currentThread(), new IllegalStateException("as staged"));
    }

    /** The server ended the session. */
    void ended() {
        connection.become(
                new ConnectionState.Ended(ErrorCode.TOKEN_EXPIRED, "Your session has expired."));
    }

    // People and news

    /**
     * A third of the vendors and some dispatchers are here, one of whom looks at the first vendor.
     */
    void people() {
        PresenceState vendors = StagedPeople.thirdOf(model().vendors().all());
        hear(Destinations.ALL_VENDORS_PRESENCE, MessageType.PRESENCE_STATE, vendors);
        PresenceState users = StagedPeople.users("vendor." + fleet.id(0).value());
        hear(Destinations.ALL_USERS_PRESENCE, MessageType.PRESENCE_STATE, users);
    }

    /** Notifications of all kinds, the older ones read. */
    void news() {
        List<Notification> older = StagedNews.all();
        connection.answer("/api/notifications?limit=50", new NotificationPage(older, 5, null));
        connection.caughtUp(Destinations.NOTIFICATIONS);
        older.subList(0, 5).reversed().forEach(this::notify);
    }

    private void notify(Notification news) {
        hear(Destinations.NOTIFICATIONS, MessageType.NOTIFICATION, news);
    }

    private void hear(String destination, MessageType type, Object payload) {
        connection.deliver(destination, new GatewayMessage(type, false, payload));
    }

    private MainView view() {
        if (main == null) {
            throw new IllegalStateException("The main view is not open");
        }
        return main;
    }

    private static void fire(
            Node at, javafx.event.EventType<KeyEvent> type, String words, KeyCode code) {
        Event.fireEvent(at, new KeyEvent(type, words, words, code, false, false, false, false));
    }
}
