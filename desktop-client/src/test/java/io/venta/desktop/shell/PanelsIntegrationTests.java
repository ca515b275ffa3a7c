package io.venta.desktop.shell;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.fx.FxExecutor;
import io.venta.desktop.login.SignedIn;
import io.venta.model.Destinations;
import io.venta.model.MessageType;
import io.venta.model.location.VendorId;
import io.venta.model.notification.Notification;
import io.venta.model.notification.NotificationPage;
import io.venta.model.notification.NotificationReadReport;
import io.venta.model.notification.Priority;
import io.venta.model.presence.DeviceType;
import io.venta.model.presence.PresenceDevice;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceReport;
import io.venta.model.presence.PresenceState;
import io.venta.model.presence.PresenceStatus;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Roster, notifications and the card's presence in the main view, against a recording. */
class PanelsIntegrationTests extends FxRobot {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RecordingConnection connection = new RecordingConnection();
    private final List<URI> browsed = new CopyOnWriteArrayList<>();
    private MainView view;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void open() throws Exception {
        connection.become(new ConnectionState.Live(null));
        view = WaitForAsyncUtils.waitForAsyncFx(10_000, this::build);
        FxToolkit.setupStage(this::show);
        interact(
                () -> {
                    hear(
                            Destinations.ALL_VENDORS,
                            MessageType.VENDOR_UPDATED,
                            profile("v1", "Tacos", "Truck"));
                    hear(
                            Destinations.ALL_VENDORS,
                            MessageType.VENDOR_UPDATED,
                            profile("v2", "Arepas", "Cart"));
                    hear(
                            Destinations.ALL_LOCATIONS,
                            MessageType.LOCATION_UPDATED,
                            fix("v1", 37, -122, Instant.now()));
                    connection.caughtUp(Destinations.ALL_LOCATIONS);
                    present(PresenceKind.VENDOR, Destinations.ALL_VENDORS_PRESENCE, "v1", null);
                    present(PresenceKind.USER, Destinations.ALL_USERS_PRESENCE, "zoe", "vendor.v1");
                });
    }

    @AfterEach
    void close() {
        interact(view::close);
    }

    private MainView build() {
        FxExecutor fx = new FxExecutor();
        SignedIn session = new SignedIn(ServerAddress.parse("localhost:1"), connection);
        MainViewModel model = new MainViewModel(session, fx, fx, Clock.systemUTC());
        return new MainView(model, new Theme(), fx, browsed::add, () -> {});
    }

    private void show(Stage stage) {
        Theme theme = new Theme();
        Scene scene = new Scene(view, 1000, 700);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(700);
        stage.show();
    }

    @Test
    void opensTheRosterByKeyAndSelectsFromIt() {
        focusMap();
        type(KeyCode.P);
        await().atMost(PATIENCE).until(() -> list("#roster-list").getItems().size() == 1);
        assertThat(text("#roster-vendor")).isEqualTo("Vendors  1");
        clickOn(lookup("#roster-list").lookup("Tacos").<Node>query());
        await().atMost(PATIENCE).until(() -> view.model().fleet().selectedProperty().get() != null);

        clickOn("#roster-user");
        await().atMost(PATIENCE)
                .until(
                        () ->
                                lookup("#roster-list")
                                        .lookup("looks at Tacos")
                                        .tryQuery()
                                        .isPresent());
        type(KeyCode.ESCAPE);
        await().atMost(PATIENCE).until(() -> !lookup("#roster").query().isVisible());
    }

    @Test
    void tellsInTheCardWhoIsConnectedAndWhoElseLooks() {
        interact(() -> view.model().select(new VendorId("v1")));
        await().atMost(PATIENCE).until(() -> text("#viewers").equals("Also looking at it: zoe"));
        assertThat(lookup("#presence").lookup("Online").tryQuery()).isPresent();
        assertThat(lookup("#vendors").lookup(".presence-online").tryQuery()).isPresent();
        assertThat(lookup("#vendors").lookup(".presence-offline").tryQuery()).isPresent();
        await().atMost(PATIENCE)
                .until(
                        () ->
                                connection
                                        .sent(Destinations.PRESENCE_ACTIVITY)
                                        .toString()
                                        .contains("vendor.v1"));
    }

    @Test
    void saysTheOwnStatus() {
        clickOn("#own-status");
        clickOn("#own-busy");
        await().atMost(PATIENCE).until(() -> text("#own-status").equals("Busy"));
        assertThat(connection.sent(Destinations.PRESENCE_REPORT))
                .containsExactly(new PresenceReport(PresenceStatus.BUSY));
    }

    @Test
    void readsNotificationsInTheDrawer() {
        connection.answer("/api/notifications?limit=50", new NotificationPage(List.of(), 0, null));
        interact(() -> notify("n1", Priority.CRITICAL));
        assertThat(text("#bell")).isEqualTo("1");
        focusMap();
        type(KeyCode.N);
        await().atMost(PATIENCE).until(() -> list("#news").getItems().size() == 1);
        clickOn(lookup("#news").lookup("Open").<Node>query());

        assertThat(browsed).containsExactly(URI.create("http://localhost:1/tasks"));
        await().atMost(PATIENCE).until(() -> text("#bell").isEmpty());
        assertThat(lookup(".toast").tryQuery()).isEmpty();
        assertThat(connection.sent(Destinations.NOTIFICATION_READ))
                .containsExactly(NotificationReadReport.of(List.of("n1")));
        type(KeyCode.ESCAPE);
        await().atMost(PATIENCE).until(() -> !lookup("#notifications").query().isVisible());
    }

    @Test
    void opensTheAlertsByKeyInThePlaceOfAnotherDrawer() {
        clickOn("#bell");
        focusMap();
        type(KeyCode.A);
        await().atMost(PATIENCE).until(() -> !lookup("#notifications").query().isVisible());
        assertThat(lookup("#alerts").query().isVisible()).isTrue();
        clickOn("#offer-stopped");
        assertThat(view.model().alerts().storedRulesProperty().get()).contains("STOPPED");
        clickOn("#alert-button");
        await().atMost(PATIENCE).until(() -> !lookup("#alerts").query().isVisible());
    }

    @Test
    void readsOlderOnesAsTheEndComesNear() {
        List<Notification> page =
                IntStream.range(0, 50).mapToObj(i -> notification("n" + i, Priority.LOW)).toList();
        connection.answer("/api/notifications?limit=50", new NotificationPage(page, 0, "next"));
        clickOn("#bell");
        await().atMost(PATIENCE).until(() -> list("#news").getItems().size() == 50);
        interact(() -> list("#news").scrollTo(49));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                connection
                                        .asked()
                                        .contains("/api/notifications?limit=50&before=next"));
    }

    @Test
    void offersToTryAgainAndToMute() {
        clickOn("#bell");
        await().atMost(PATIENCE).until(() -> text("#older").equals("Try again"));
        connection.answer("/api/notifications?limit=50", new NotificationPage(List.of(), 0, null));
        clickOn("#older");
        await().atMost(PATIENCE).until(() -> !lookup("#older").<Button>query().isVisible());
        clickOn("#mute");
        assertThat(view.model().notifications().mutedProperty().get()).isTrue();
    }

    private void focusMap() {
        interact(() -> view.map().requestFocus());
    }

    private ListView<?> list(String id) {
        return lookup(id).query();
    }

    private String text(String id) {
        return lookup(id).<Labeled>tryQuery().map(Labeled::getText).orElse("");
    }

    private void present(
            PresenceKind kind, String destination, String id, @Nullable String viewing) {
        PresenceDevice device =
                new PresenceDevice(
                        "d", DeviceType.MOBILE, PresenceStatus.ONLINE, NOON, viewing, null);
        PresenceEntry entry =
                new PresenceEntry(kind, id, PresenceStatus.ONLINE, List.of(device), null, null);
        hear(destination, MessageType.PRESENCE_STATE, new PresenceState(List.of(entry), null));
    }

    private void notify(String id, Priority priority) {
        hear(Destinations.NOTIFICATIONS, MessageType.NOTIFICATION, notification(id, priority));
    }

    private static Notification notification(String id, Priority priority) {
        return new Notification(id, "t", "Title", "Words", priority, "/tasks", null, NOON, null);
    }

    private void hear(String destination, MessageType type, Object payload) {
        connection.deliver(destination, new GatewayMessage(type, false, payload));
    }
}
