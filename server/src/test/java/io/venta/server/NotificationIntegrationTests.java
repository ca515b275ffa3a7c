package io.venta.server;

import static io.venta.server.Cluster.BROKER;
import static io.venta.server.Cluster.ONE;
import static io.venta.server.Cluster.TWO;
import static io.venta.server.Cluster.token;
import static io.venta.server.NotificationSender.BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import io.venta.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Notifications by way of RabbitMQ and PostgreSQL to devices on two nodes. */
class NotificationIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static NotificationSender service;

    private final String user = "user-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        Cluster.awaitReady();
        service = new NotificationSender(BROKER);
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    @Test
    void waitsForItsUserAndThenGoesOnLiveOnEveryDevice() throws IOException {
        service.toUser(user, "n1");
        service.toUser(user, "n2");
        awaitKept(user, 2);
        try (var phone = NotificationScreen.of(user, ONE);
                var laptop = NotificationScreen.of(user, TWO);
                var other = NotificationScreen.of(user + "-else", ONE)) {
            assertThat(phone.ids()).containsExactly("n1", "n2");
            assertThat(laptop.ids()).containsExactly("n1", "n2");

            service.toUser(user, "n3");
            for (var device : List.of(phone, laptop)) {
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(device.ids()).containsExactly("n1", "n2", "n3"));
                device.assertNothingCameTwice();
            }
            assertThat(other.ids()).isEmpty();
        }
    }

    @Test
    void readsOnAllDevicesWhatIsReadOnOne() throws IOException {
        try (var phone = NotificationScreen.of(user, ONE);
                var laptop = NotificationScreen.of(user, TWO)) {
            for (var id : List.of("n1", "n2", "n3")) {
                service.toUser(user, id);
            }
            await().atMost(SOON).until(() -> phone.ids().size() == 3 && laptop.ids().size() == 3);
            phone.received();
            phone.read("n2");
            phone.read("n2", "unknown");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(laptop.unread()).containsExactly("n1", "n3"));
            assertThat(page(ONE, user, "?state=DELIVERED"))
                    .contains("\"unread\":2", "\"id\":\"n3\"", "\"id\":\"n1\"")
                    .doesNotContain("\"id\":\"n2\"");
            assertThat(page(TWO, user, "?state=READ")).contains("\"id\":\"n2\"", "readAt");

            laptop.client().sendAwaitingReceipt("/app/notification.read", "{\"all\":true}");
            await().atMost(SOON).untilAsserted(() -> assertThat(phone.unread()).isEmpty());
        }
        try (var back = NotificationScreen.of(user, TWO)) {
            assertThat(back.ids()).isEmpty();
        }
    }

    @Test
    void keepsOnceWhatIsPublishedFiftyTimesByEight()
            throws InterruptedException, ExecutionException, IOException {
        try (var device = NotificationScreen.of(user, TWO);
                var threads = Executors.newFixedThreadPool(8)) {
            Callable<Void> sending =
                    () -> {
                        try (var own = new NotificationSender(BROKER)) {
                            own.toUser(user, "same");
                        }
                        return null;
                    };
            for (var sent :
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> sending).toList())) {
                sent.get();
            }
            service.toUser(user, "last");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(device.ids()).containsExactly("same", "last"));
            device.assertNothingCameTwice();
            assertThat(page(ONE, user, "")).contains("\"unread\":2");
        }
    }

    @Test
    void reachesListsOfUsersAndEveryone() throws IOException {
        var all = "all-" + UUID.randomUUID();
        var some = "some-" + UUID.randomUUID();
        try (var here = NotificationScreen.of(user, ONE);
                var there = NotificationScreen.of(user, TWO);
                var other = NotificationScreen.of(user + "-2", TWO)) {
            var soon = Instant.now().plusSeconds(10);
            service.send("broadcast", all, with("\"expiresAt\":\"" + soon + "\""));
            service.send("users", some, with("\"userIds\":[\"" + user + "\",\"" + user + "-9\"]"));
            for (var device : List.of(here, there)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(device.ids()).contains(all, some));
                device.assertNothingCameTwice();
            }
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(other.ids()).contains(all).doesNotContain(some));
        }
        try (var late = NotificationScreen.of(user + "-9", ONE)) {
            assertThat(late.ids()).contains(all, some);
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(page(ONE, user, "")).doesNotContain(all));
    }

    @Test
    void deadLettersWhatIsNoneAndGoesOn() throws IOException {
        BROKER.ctl("add_user", "reader", "reader");
        BROKER.ctl("set_permissions", "reader", ".*", ".*", ".*");
        try (var reader = AmqpPublisher.connect(BROKER, "reader", "reader");
                var device = NotificationScreen.of(user, ONE)) {
            var queue = reader.channel().queueDeclare().getQueue();
            reader.channel().queueBind(queue, "dead-letter", "user." + user);
            service.toUser(user, "");
            service.send("user." + user, "bad", "no json");
            service.send("user." + user, "url", with("\"actionUrl\":\"javascript:alert(1)\""));
            service.toUser(user, "good");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(device.ids()).containsExactly("good"));
            for (var reason : List.of("message-id", "not JSON", "actionUrl")) {
                var dead = reader.channel().basicGet(queue, true);
                assertThat(dead.getProps().getHeaders())
                        .hasEntrySatisfying(
                                "reason", said -> assertThat(said).asString().contains(reason))
                        .hasEntrySatisfying(
                                "original-key",
                                said -> assertThat(said).hasToString("user." + user));
            }
        } finally {
            BROKER.ctl("delete_user", "reader");
        }
    }

    @Test
    void sendsOverHttpOnceForAKey() {
        var body = with("\"userIds\":[\"" + user + "\"]");
        try (var device = NotificationScreen.of(user, TWO)) {
            for (int i = 0; i < 3; i++) {
                var answer = post(ONE, Tokens.of("shop", Role.SERVICE), "key-1", body);
                assertThat(answer.statusCode()).isEqualTo(202);
                assertThat(answer.body()).isEqualTo("{\"id\":\"key-1\"}");
            }
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(device.ids()).containsExactly("key-1"));
            var customer = Tokens.of(user, Role.CUSTOMER);
            assertThat(post(ONE, customer, "key-2", body).statusCode()).isEqualTo(403);
            var dispatcher = Tokens.of("dora", Role.DISPATCHER);
            assertThat(post(ONE, dispatcher, "key-2", body).statusCode()).isEqualTo(403);
            var shop = Tokens.of("shop", Role.SERVICE);
            assertThat(post(ONE, shop, "key-2", "{}").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void keepsWhereAndWhatToPush() {
        var sender = Tokens.of(user, Role.CUSTOMER);
        var preferences = "/api/notifications/preferences";
        assertThat(ONE.get(preferences, sender.sign()).body()).isEqualTo("{\"push\":{}}");
        var wish = "{\"push\":{\"promo\":false}}";
        assertThat(ask(ONE, "PUT " + preferences, sender, "-", wish).body()).isEqualTo(wish);
        assertThat(TWO.get(preferences, sender.sign()).body()).isEqualTo(wish);
        var device = " /api/devices/tab-1/push-token";
        var token = "{\"token\":\"t-" + user + "\"}";
        assertThat(ask(ONE, "PUT" + device, sender, "-", token).statusCode()).isEqualTo(204);
        assertThat(ask(TWO, "PUT" + device, sender, "-", token).statusCode()).isEqualTo(204);
        assertThat(ask(TWO, "PUT" + device, sender, "-", "{}").statusCode()).isEqualTo(400);
        assertThat(ask(TWO, "DELETE" + device, sender, "-", "").statusCode()).isEqualTo(204);
        assertThat(ask(ONE, "PUT /api/devices/a.b/push-token", sender, "-", token).statusCode())
                .isEqualTo(400);
    }

    @Test
    void letsADispatcherWriteToTheUsersOfAVendor() {
        var vendor = "v-" + UUID.randomUUID();
        var token = Tokens.of(user, Role.VENDOR).with("vendor_id", vendor).sign();
        try (var device = StompTestClient.connect(ONE.wsUrl(), token)) {
            device.subscribe("/user/queue/notifications");
            var dispatcher = Tokens.of("dora", Role.DISPATCHER);
            var body = with("\"vendorId\":\"" + vendor + "\"");
            await().atMost(SOON)
                    .untilAsserted(
                            () -> {
                                post(TWO, dispatcher, "note-1", body);
                                assertThat(device.messages("/user/queue/notifications"))
                                        .anyMatch(frame -> frame.body().contains("note-1"));
                            });
        }
    }

    private static void awaitKept(String user, int many) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(page(ONE, user, "")).contains("\"unread\":" + many));
    }

    private static String page(ServerProcess node, String user, String query) {
        return node.get("/api/notifications" + query, token(user, Role.CUSTOMER)).body();
    }

    private static HttpResponse<String> post(
            ServerProcess node, Tokens sender, String key, String body) {
        return ask(node, "POST /api/notifications", sender, key, body);
    }

    private static HttpResponse<String> ask(
            ServerProcess node, String what, Tokens sender, String key, String body) {
        var parts = what.split(" ", -1);
        var request =
                HttpRequest.newBuilder(node.baseUrl().resolve(parts[1]))
                        .header("Authorization", "Bearer " + sender.sign())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .method(parts[0], HttpRequest.BodyPublishers.ofString(body));
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String with(String members) {
        return BODY.replace("\"}", "\"," + members + "}");
    }
}
