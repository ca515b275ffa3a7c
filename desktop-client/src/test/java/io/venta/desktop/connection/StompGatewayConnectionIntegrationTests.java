package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.ConnectionState.Ended;
import io.venta.desktop.connection.ConnectionState.Live;
import io.venta.desktop.connection.ConnectionState.Reconnecting;
import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.Role;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationReport;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.model.session.DeviceSession;
import io.venta.model.session.DeviceSessions;
import io.venta.model.session.LoginRequest;
import io.venta.testing.ServerProcess;
import io.venta.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StompGatewayConnectionIntegrationTests {

    private static final Backoff QUICK =
            new Backoff(
                    Duration.ofMillis(50), Duration.ofMillis(500), RandomGenerator.getDefault());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ServerProcess.Builder builder;
    private static ServerProcess server;

    private final List<GatewayConnection> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        builder = ServerProcess.embedded();
        server = builder.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void closeConnections() {
        open.forEach(GatewayConnection::close);
    }

    @Test
    void hearsWhatAnotherReports() {
        GatewayConnection dispatcher = signIn("demo-dispatcher");
        List<GatewayMessage> heard = new CopyOnWriteArrayList<>();
        dispatcher.subscribe(Destinations.ALL_LOCATIONS, heard::add);
        dispatcher.start();
        await().atMost(PATIENCE).until(() -> dispatcher.state() instanceof Live);
        assertThat(dispatcher.userName()).contains("demo-dispatcher");
        report(service(), "truck-1", 37.77, -122.42);
        await().atMost(PATIENCE).until(() -> heard.stream().anyMatch(of("truck-1")));
    }

    @Test
    void measuresItsLatency() {
        GatewayConnection dispatcher = signIn("demo-dispatcher");
        dispatcher.start();
        await().atMost(PATIENCE)
                .until(
                        () ->
                                dispatcher.state() instanceof Live live
                                        && live.latency() != null
                                        && live.latency().isPositive());
    }

    @Test
    void goesOnByANewerTokenWithoutAGap() throws Exception {
        Tokens ann = Tokens.of("ann", Role.DISPATCHER);
        Deque<Duration> lives =
                new ConcurrentLinkedDeque<>(List.of(Duration.ofSeconds(6), Duration.ofHours(2)));
        GatewayConnection connection =
                keep(new StompGatewayConnection(address(), renewing(ann, lives), QUICK, "device"));
        List<ConnectionState> states = new CopyOnWriteArrayList<>();
        connection.onState(states::add);
        connection.start();
        await().atMost(PATIENCE).until(() -> lives.isEmpty() && connection.state() instanceof Live);
        Instant later = Instant.now().plus(Duration.ofHours(1));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                connection
                                        .ask("/api/sessions", DeviceSessions.class)
                                        .get()
                                        .sessions()
                                        .stream()
                                        .map(DeviceSession::expiresAt)
                                        .anyMatch(end -> end != null && end.isAfter(later)));
        assertThat(states).doesNotHaveAnyElementsOfTypes(Reconnecting.class, Ended.class);
        assertThat(connection.signInLeft()).isEmpty();
    }

    private static TokenSource renewing(Tokens tokens, Deque<Duration> lives) {
        return new TokenSource() {
            @Override
            public String token() {
                return tokens.expiringAt(Instant.now().plus(lives.remove())).sign();
            }

            @Override
            public boolean renews() {
                return true;
            }
        };
    }

    @Test
    void endsOnAWrongPassword() {
        GatewayConnection wrong =
                keep(
                        new StompGatewayConnection(
                                address(),
                                new PasswordTokens(
                                        new GatewayApi(address()),
                                        new LoginRequest("demo-dispatcher", "wrong")),
                                QUICK,
                                "device"));
        wrong.start();
        await().atMost(PATIENCE).until(() -> wrong.state() instanceof Ended);
        assertThat(((Ended) wrong.state()).code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void endsOnAForgedToken() {
        GatewayConnection forged =
                keep(
                        new StompGatewayConnection(
                                address(),
                                TokenSource.fixed("eyJhbGciOiJub25lIn0.e30."),
                                QUICK,
                                "device"));
        forged.start();
        await().atMost(PATIENCE).until(() -> forged.state() instanceof Ended);
        assertThat(((Ended) forged.state()).code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void staysConnectedThroughARefusal() {
        GatewayConnection customer = signIn("demo-customer");
        List<GatewayMessage> refusals = new CopyOnWriteArrayList<>();
        customer.subscribe(Destinations.ERRORS, refusals::add);
        customer.subscribe(Destinations.ALL_LOCATIONS, message -> {});
        customer.start();
        await().atMost(PATIENCE).until(() -> !refusals.isEmpty());
        assertThat(((ErrorReply) refusals.getFirst().payload()).code())
                .isEqualTo(ErrorCode.AUTHORIZATION_FAILED);
        assertThat(customer.state()).isInstanceOf(Live.class);
    }

    @Test
    void tellsARefusedLoginFromAServerOutOfReach() {
        LoginRequest credentials = new LoginRequest("demo-dispatcher", "wrong");
        assertThat(
                        catchThrowableOfType(
                                        RefusedException.class,
                                        () -> new GatewayApi(address()).login(credentials))
                                .code())
                .isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void survivesTheServersEnd() {
        GatewayConnection dispatcher = signIn("demo-dispatcher");
        List<GatewayMessage> heard = new CopyOnWriteArrayList<>();
        dispatcher.subscribe(Destinations.ALL_LOCATIONS, heard::add);
        dispatcher.start();
        await().atMost(PATIENCE).until(() -> dispatcher.state() instanceof Live);
        server.kill();
        await().atMost(PATIENCE).until(() -> dispatcher.state() instanceof Reconnecting);
        server.close();
        server = builder.start();
        await().atMost(PATIENCE).until(() -> dispatcher.state() instanceof Live);
        report(service(), "truck-after", 37.77, -122.42);
        await().atMost(PATIENCE).until(() -> heard.stream().anyMatch(of("truck-after")));
    }

    private GatewayConnection service() {
        GatewayConnection service = signIn("demo-service");
        service.start();
        await().atMost(PATIENCE).until(() -> service.state() instanceof Live);
        return service;
    }

    private static void report(GatewayConnection service, String vendor, double lat, double lng) {
        assertThat(
                        service.send(
                                Destinations.LOCATION_REPORT,
                                new LocationReport(
                                        new VendorId(vendor),
                                        new GeoPosition(lat, lng),
                                        null,
                                        null,
                                        null,
                                        null)))
                .isTrue();
    }

    private static java.util.function.Predicate<GatewayMessage> of(String vendor) {
        return message ->
                message.payload() instanceof LocationUpdate update
                        && update.vendorId().value().equals(vendor);
    }

    private GatewayConnection signIn(String user) {
        var credentials = new LoginRequest(user, server.demoPassword());
        var tokens = new PasswordTokens(new GatewayApi(address()), credentials);
        return keep(new StompGatewayConnection(address(), tokens, QUICK, "device-" + open.size()));
    }

    private GatewayConnection keep(GatewayConnection connection) {
        open.add(connection);
        return connection;
    }

    private static ServerAddress address() {
        return ServerAddress.parse(server.baseUrl().toString());
    }
}
