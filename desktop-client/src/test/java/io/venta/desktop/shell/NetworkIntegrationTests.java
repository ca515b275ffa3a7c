package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayApi;
import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.OutboundRequest;
import io.venta.desktop.connection.PasswordTokens;
import io.venta.desktop.connection.QuickConnections;
import io.venta.desktop.connection.ServerAddress;
import io.venta.desktop.connection.TokenSource;
import io.venta.model.Destinations;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationReport;
import io.venta.model.location.VendorId;
import io.venta.model.notification.NotificationPage;
import io.venta.model.notification.NotificationRequest;
import io.venta.model.session.LoginRequest;
import io.venta.testing.ServerProcess;
import io.venta.testing.TcpProxy;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.json.JsonMapper;

/** The whole client before a server that stands still, and behind a network that is slow or cut. */
class NetworkIntegrationTests extends FxRobot {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String VENDOR = "v1";
    private static final String VENDOR_TOKEN = Tokens.ofVendor(VENDOR).sign();

    private static ServerProcess server;
    private static GatewayConnection service;
    private static GatewayConnection vendor;

    private TcpProxy network;
    private GatewayConnection connection;
    private MainView view;

    @BeforeAll
    static void startServer() {
        server = ServerProcess.embedded().start();
        ServerAddress straight = ServerAddress.parse(server.baseUrl().toString());
        service = QuickConnections.to(straight, accounts(straight, "demo-service"), "service");
        vendor = QuickConnections.to(straight, TokenSource.fixed(VENDOR_TOKEN), "vendor");
        // Who has subscribed once is one of the vendor's users.
        vendor.subscribe(Destinations.NOTIFICATIONS, message -> {});
        service.start();
        vendor.start();
        awaitLive(service);
        awaitLive(vendor);
    }

    @AfterAll
    static void stopServer() {
        service.close();
        vendor.close();
        server.close();
    }

    @BeforeEach
    void signIn() throws Exception {
        network = TcpProxy.to(server.baseUrl().getPort());
        ServerAddress behind = ServerAddress.parse("http://127.0.0.1:" + network.port());
        connection = QuickConnections.to(behind, accounts(behind, "demo-dispatcher"), "desktop");
        connection.start();
        awaitLive(connection);
        view = TestWindow.open(behind, connection, () -> {});
        awaitWords("Live.*");
    }

    @AfterEach
    void signOut() {
        interact(view::close);
        network.close();
    }

    @Test
    void noticesAServerThatStandsStill() {
        server.signal("STOP");
        try {
            awaitWords("(Reconnecting|Connecting).*");
            assertThat(view.model().map().outOfDateProperty().get()).isTrue();
        } finally {
            server.signal("CONT");
        }
        awaitWords("Live.*");
        awaitLive(service);
        awaitReported("still-here");
        assertThat(view.model().map().outOfDateProperty().get()).isFalse();
    }

    @Test
    void tellsHowSlowTheNetworkIs() {
        network.slow(Duration.ofMillis(400));
        awaitWords("Slow · \\d+\\u2009ms");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(connection.state())
                                        .isInstanceOfSatisfying(
                                                ConnectionState.Live.class,
                                                live ->
                                                        assertThat(live.latency())
                                                                .isBetween(
                                                                        Duration.ofMillis(800),
                                                                        Duration.ofMillis(1_600))));
        network.slow(Duration.ZERO);
        awaitWords("Live.*");
        awaitReported("after-all");
    }

    @Test
    void sendsOnceWhatWasDoneWhileTheNetworkWasCut() throws Exception {
        network.cut();
        CompletableFuture<Void> done = connection.post(word("done-while-cut"));
        awaitWords("(Reconnecting|Connecting).*");
        assertThat(text("#outbound")).isEqualTo("1 waiting");
        report("moved-while-cut");
        network.mend();
        awaitWords("Live.*");
        await().atMost(PATIENCE).until(done::isDone);
        done.get();
        assertThat(received("done-while-cut")).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> shows("moved-while-cut"));
        await().atMost(PATIENCE).until(() -> text("#outbound").isEmpty());
    }

    @Test
    void sendsOnceWhatArrivedWithoutAnAnswer() throws Exception {
        network.loseAnswers();
        CompletableFuture<Void> done = connection.post(word("not-answered"));
        await().atMost(PATIENCE).until(() -> received("not-answered") == 1);
        awaitWords("(Reconnecting|Connecting).*");
        assertThat(done).isNotDone();
        network.mend();
        await().atMost(PATIENCE).until(done::isDone);
        done.get();
        assertThat(received("not-answered")).isEqualTo(1);
        awaitWords("Live.*");
    }

    private static TokenSource accounts(ServerAddress at, String user) {
        return new PasswordTokens(
                new GatewayApi(at), new LoginRequest(user, server.demoPassword()));
    }

    private static OutboundRequest word(String title) {
        return OutboundRequest.of(
                title,
                "/api/notifications",
                new NotificationRequest(
                        "test", title, "Words", null, null, null, null, null, VENDOR));
    }

    /** How many of a title the vendor has got, as the server itself tells. */
    private static long received(String title) {
        String body = server.get("/api/notifications?limit=200", VENDOR_TOKEN).body();
        return new JsonMapper()
                .readValue(body, NotificationPage.class).notifications().stream()
                        .filter(notification -> notification.title().equals(title))
                        .count();
    }

    private static void report(String id) {
        assertThat(
                        service.send(
                                Destinations.LOCATION_REPORT,
                                new LocationReport(
                                        new VendorId(id),
                                        new GeoPosition(37.77, -122.43),
                                        null,
                                        0.0,
                                        0.0,
                                        null)))
                .isTrue();
    }

    private void awaitReported(String id) {
        report(id);
        await().atMost(PATIENCE).until(() -> shows(id));
    }

    private boolean shows(String id) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> view.model().vendors().find(new VendorId(id)).isPresent());
    }

    private void awaitWords(String pattern) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(text("#connection")).matches(pattern));
    }

    private String text(String query) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        lookup(query).queryAllAs(Labeled.class).stream()
                                .filter(Labeled::isVisible)
                                .map(Labeled::getText)
                                .findFirst()
                                .orElse(""));
    }

    private static void awaitLive(GatewayConnection connection) {
        await().atMost(PATIENCE).until(() -> connection.state() instanceof ConnectionState.Live);
    }
}
