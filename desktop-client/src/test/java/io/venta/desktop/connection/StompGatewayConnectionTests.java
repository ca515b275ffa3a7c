package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.ConnectionState.Ended;
import io.venta.desktop.connection.ConnectionState.Live;
import io.venta.desktop.connection.ConnectionState.Offline;
import io.venta.desktop.connection.ConnectionState.Reconnecting;
import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.model.location.LocationUpdate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StompGatewayConnectionTests {

    private static final Backoff QUICK =
            new Backoff(
                    Duration.ofMillis(20), Duration.ofMillis(100), RandomGenerator.getDefault());

    private final List<ConnectionState> states = new CopyOnWriteArrayList<>();
    private StubGateway gateway;
    private StompGatewayConnection connection;

    @BeforeEach
    void start() throws Exception {
        gateway = new StubGateway();
        connection = connect(TokenSource.fixed("token-1"), QUICK);
    }

    @AfterEach
    void stop() throws Exception {
        connection.close();
        gateway.close();
    }

    private StompGatewayConnection connect(TokenSource tokens, Backoff backoff) {
        var made = new StompGatewayConnection(gateway.address(), tokens, backoff, "desk-1");
        made.onState(states::add);
        return made;
    }

    @Test
    void saysWhoItIs() {
        connection.start();
        awaitLive();
        StubGateway.Frame frame = gateway.frames("CONNECT").getFirst();
        assertThat(frame.header("Authorization")).isEqualTo("Bearer token-1");
        assertThat(frame.header("device-id")).isEqualTo("desk-1");
        assertThat(frame.header("device-type")).isEqualTo("desktop");
        assertThat(frame.header("heart-beat")).isEqualTo("25000,25000");
        assertThat(connection.userName()).contains("ann");
    }

    @Test
    void hearsRefusalsBeforeItAsksForAnything() {
        connection.subscribe(Destinations.ALL_LOCATIONS, message -> {});
        connection.start();
        awaitLive();
        await().untilAsserted(
                        () ->
                                assertThat(gateway.frames("SUBSCRIBE"))
                                        .extracting(frame -> frame.header("destination"))
                                        .containsExactly(
                                                Destinations.ERRORS,
                                                Destinations.REPLIES,
                                                Destinations.ALL_LOCATIONS));
    }

    @Test
    void asksForTheNewestOfEachVendorWhereThatIsEnough() {
        connection.subscribe(Destinations.ALL_LOCATIONS, message -> {});
        connection.subscribe(Destinations.NOTIFICATIONS, message -> {});
        connection.start();
        await().until(() -> gateway.frames("SUBSCRIBE").size() == 4);
        assertThat(gateway.frames("SUBSCRIBE"))
                .filteredOn(frame -> frame.header("conflate").equals("100"))
                .extracting(frame -> frame.header("destination"))
                .containsExactly(Destinations.ALL_LOCATIONS);
    }

    @Test
    void takesABurstOfRetainedValuesInOrder() {
        int count = 1_548;
        gateway.onSubscribe =
                (client, frame) -> {
                    if (frame.header("destination").equals(Destinations.ALL_LOCATIONS)) {
                        for (int i = 0; i < count; i++) {
                            client.send(location(frame.header("id"), i));
                        }
                    }
                    client.send("RECEIPT\nreceipt-id:" + frame.header("receipt") + "\n\n");
                };
        List<String> heard = new CopyOnWriteArrayList<>();
        connection.subscribe(
                Destinations.ALL_LOCATIONS,
                new TopicListener() {
                    @Override
                    public void onMessage(GatewayMessage message) {
                        assertThat(message.retained()).isTrue();
                        heard.add(((LocationUpdate) message.payload()).vendorId().value());
                    }

                    @Override
                    public void onCaughtUp() {
                        heard.add("caught up");
                    }
                });
        connection.start();
        await().until(() -> heard.size() > count);
        assertThat(heard).hasSize(count + 1).startsWith("v0", "v1").endsWith("v1547", "caught up");
    }

    @Test
    void comesBackWithAllItsSubscriptions() {
        connection.subscribe(Destinations.ALL_VENDORS, message -> {});
        connection.start();
        awaitLive();
        await().until(() -> gateway.frames("SUBSCRIBE").size() == 3);
        gateway.clients().forEach(client -> client.close(1012));
        await().until(() -> gateway.frames("SUBSCRIBE").size() == 6);
        awaitLive();
        assertThat(states).hasAtLeastOneElementOfType(Reconnecting.class);
        assertThat(gateway.frames("SUBSCRIBE").getLast().header("destination"))
                .isEqualTo(Destinations.ALL_VENDORS);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "AUTHENTICATION_FAILED",
                "SESSION_REVOKED",
                "SESSION_REPLACED",
                "PROTOCOL_ERROR"
            })
    void staysAwayWhenTold(ErrorCode code) {
        gateway.onConnect =
                client -> {
                    client.error(code.name(), "Because of " + code);
                    client.close(code.closeCode());
                };
        connection.start();
        await().until(() -> connection.state() instanceof Ended);
        assertThat(connection.state()).isEqualTo(new Ended(code, "Because of " + code));
    }

    @Test
    void staysAwayAfterACloseCodeAlone() {
        connection.start();
        awaitLive();
        gateway.clients().forEach(client -> client.close(4501));
        await().until(() -> connection.state() instanceof Ended);
        assertThat(((Ended) connection.state()).code()).isEqualTo(ErrorCode.SESSION_REVOKED);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_SHUTTING_DOWN", "SLOW_CONSUMER", "CONNECTION_LIMIT_EXCEEDED"})
    void comesBackWhenInvited(ErrorCode code) {
        AtomicInteger connects = new AtomicInteger();
        var welcome = gateway.onConnect;
        gateway.onConnect =
                client -> {
                    if (connects.incrementAndGet() < 3) {
                        client.error(code.name(), "Later");
                        client.close(code.closeCode());
                    } else {
                        welcome.accept(client);
                    }
                };
        connection.start();
        awaitLive();
        assertThat(connects).hasValue(3);
    }

    @Test
    void endsWithAPastedTokenThatExpired() {
        connection.start();
        awaitLive();
        gateway.clients().forEach(client -> client.error("TOKEN_EXPIRED", "Expired"));
        gateway.clients().forEach(client -> client.close(4001));
        await().until(() -> connection.state() instanceof Ended);
    }

    @Test
    void fetchesANewTokenForEachAttempt() {
        AtomicInteger fetched = new AtomicInteger();
        connection.close();
        connection =
                connect(
                        new TokenSource() {
                            @Override
                            public String token() {
                                return "token-" + fetched.incrementAndGet();
                            }

                            @Override
                            public boolean renews() {
                                return true;
                            }
                        },
                        QUICK);
        connection.start();
        awaitLive();
        gateway.clients().forEach(client -> client.error("TOKEN_EXPIRED", "Expired"));
        gateway.clients().forEach(client -> client.close(4001));
        await().until(() -> gateway.frames("CONNECT").size() == 2);
        assertThat(gateway.frames("CONNECT").getLast().header("Authorization"))
                .isEqualTo("Bearer token-2");
    }

    @Test
    void triesAtOnceWhenAsked() {
        connection.close();
        Backoff patient =
                new Backoff(Duration.ofHours(1), Duration.ofHours(1), () -> Long.MAX_VALUE / 3);
        connection = connect(TokenSource.fixed("token-1"), patient);
        connection.start();
        awaitLive();
        gateway.clients().forEach(client -> client.close(1012));
        await().until(() -> connection.state() instanceof Reconnecting);
        connection.retryNow();
        awaitLive();
    }

    @Test
    void leavesOutWhatItCannotRead() {
        gateway.onSubscribe =
                (client, frame) -> {
                    String head =
                            "MESSAGE\nsubscription:" + frame.header("id") + "\nmessage-id:1\n";
                    client.send(head + "type:from_the_future\n\n{}");
                    client.send(head + "type:location_updated\n\n{\"vendorId\":7");
                    client.send(location(frame.header("id"), 1));
                };
        List<GatewayMessage> heard = new CopyOnWriteArrayList<>();
        connection.subscribe(Destinations.ALL_LOCATIONS, heard::add);
        connection.start();
        await().until(() -> heard.size() == 1);
        assertThat(connection.state()).isInstanceOf(Live.class);
    }

    @Test
    void sendsOnlyWhileLive() {
        assertThat(connection.send(Destinations.SESSION_PING, new int[0])).isFalse();
        connection.start();
        awaitLive();
        assertThat(connection.send("/app/test", new int[] {1, 2})).isTrue();
        await().untilAsserted(
                        () ->
                                assertThat(gateway.frames("SEND"))
                                        .anySatisfy(f -> assertThat(f.text()).endsWith("[1,2]")));
        connection.close();
        await().until(() -> connection.state() instanceof Offline);
        assertThat(connection.send("/app/test", 1)).isFalse();
    }

    private void awaitLive() {
        await().until(() -> connection.state() instanceof Live);
    }

    private static String location(String subscription, int vendor) {
        return """
        MESSAGE
        destination:/topic/location.v%d
        subscription:%s
        message-id:%d
        type:location_updated
        retained:true
        content-type:application/json

        {"vendorId":"v%d","location":{"lat":52.1,"long":21},"timestamp":"2026-11-20T12:00:00Z"}"""
                .formatted(vendor, subscription, vendor, vendor);
    }
}
