package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Role;
import io.venta.testing.PostgresNode;
import io.venta.testing.RabbitMqNode;
import io.venta.testing.RedisNode;
import io.venta.testing.ServerProcess;
import io.venta.testing.TcpProxy;
import io.venta.testing.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes with a RabbitMQ and a PostgreSQL to themselves, of which now one dies, now another. */
class NotificationFailuresIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static RabbitMqNode broker;
    private static RedisNode redis;
    private static PostgresNode postgres;
    private static TcpProxy database;
    private static final List<ServerProcess.Builder> builders = new ArrayList<>();
    private static final List<ServerProcess> nodes = new ArrayList<>();
    private static int run;

    private final List<String> users = new ArrayList<>();

    @BeforeAll
    static void start() {
        broker = RabbitMqNode.apart();
        redis = RedisNode.start();
        postgres = PostgresNode.start();
        database = TcpProxy.to(postgres.port());
        var url =
                postgres.url("failures")
                        .replace(":" + postgres.port() + "/", ":" + database.port() + "/");
        for (int i = 0; i < 2; i++) {
            builders.add(
                    ServerProcess.production(broker, redis)
                            .environment("DATABASE_URL", url)
                            .environment("GATEWAY_MAX_UNDELIVERED", "1000000"));
        }
        nodes.addAll(ServerProcess.startAll(builders));
    }

    @AfterAll
    static void stop() {
        nodes.forEach(ServerProcess::close);
        broker.ctl("purge_queue", "gateway.notifications");
        redis.close();
        database.close();
        postgres.close();
    }

    @BeforeEach
    void awaitReady() {
        run++;
        IntStream.range(0, 5).forEach(i -> users.add("u" + run + "-" + i));
        nodes.forEach(Cluster::awaitReady);
    }

    @Test
    void losesNothingWhileTheDatabaseIsAway() throws IOException {
        var screens = screens();
        try (var service = new NotificationSender(broker)) {
            send(service, 0, 20);
            postgres.stop();
            send(service, 20, 1_000);
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(nodes.getFirst().get("/ready").body())
                                            .contains("degraded", "\"database\":\"down\""));
            postgres.restart();
            assertThatAllHave(screens, 1_000);
            assertThat(screens).allMatch(NotificationScreen::isConnected);
        } finally {
            postgres.restart();
            screens.forEach(NotificationScreen::close);
        }
    }

    @Test
    void saysSoAndLosesNothingWhileTheDatabaseHangs() throws IOException {
        var screens = screens();
        try (var service = new NotificationSender(broker)) {
            send(service, 0, 20);
            assertThatAllHave(screens, 20);
            database.jam();
            send(service, 20, 200);
            var asked = System.nanoTime();
            assertThat(nodes.getFirst().get("/api/notifications", token(users.getFirst())).body())
                    .contains("\"SERVICE_DEGRADED\"", "\"retryable\":true");
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isLessThan(Duration.ofSeconds(25));
            database.clear();
            assertThatAllHave(screens, 200);
            assertThat(screens).allMatch(NotificationScreen::isConnected);
        } finally {
            database.clear();
            screens.forEach(NotificationScreen::close);
        }
    }

    @Test
    void losesNothingWhenRabbitMqRestarts() throws IOException {
        var screens = screens();
        try (var service = new NotificationSender(broker)) {
            send(service, 0, 100);
            broker.restart();
            service.reconnect();
            send(service, 100, 200);
            assertThatAllHave(screens, 200);
            assertThat(screens).allMatch(NotificationScreen::isConnected);
        } finally {
            screens.forEach(NotificationScreen::close);
        }
    }

    /** Whatever it was about: storing, acknowledging, telling the devices. */
    @Test
    void losesNothingWhenANodeDies() throws IOException {
        var screens = screens();
        try (var service = new NotificationSender(broker)) {
            for (int i = 0; i < 2; i++) {
                send(service, 300 * i, 300 * i + 150);
                nodes.get(i).kill();
                send(service, 300 * i + 150, 300 * i + 300);
                restart(i);
            }
            screens.forEach(NotificationFailuresIntegrationTests::comeBack);
            assertThatAllHave(screens, 600);
        } finally {
            screens.forEach(NotificationScreen::close);
        }
    }

    /**
     * Publishes, reads, disconnects and kills at random; then screens, database and model agree.
     */
    @Test
    void agreesWithAModel() throws IOException {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var sent = new LinkedHashMap<String, List<String>>();
        var read = new HashSet<String>();
        var screens = screens();
        try (var service = new NotificationSender(broker)) {
            for (int step = 1; step < 300; step++) {
                var screen = screens.get(random.nextInt(screens.size()));
                var dice = random.nextInt(100);
                if (step == 150) {
                    var node = random.nextInt(nodes.size());
                    nodes.get(node).kill();
                    restart(node);
                } else if (dice < 10) {
                    screen.connect(nodes.get(random.nextInt(nodes.size())));
                } else if (dice < 35) {
                    readSome(screen, random, read);
                } else {
                    var user = users.get(random.nextInt(users.size()));
                    service.toUser(user, user + "-" + step);
                    sent.computeIfAbsent(user, _ -> new ArrayList<>()).add(user + "-" + step);
                }
            }
            for (var screen : screens) {
                comeBack(screen);
                assertThatAllAgree(screen, sent.getOrDefault(screen.user(), List.of()), read, seed);
            }
        } finally {
            screens.forEach(NotificationScreen::close);
        }
    }

    private static void assertThatAllAgree(
            NotificationScreen screen, List<String> sent, Set<String> read, long seed) {
        var unread = sent.stream().filter(id -> !read.contains(id)).toList();
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(screen.unread())
                                        .as("seed %d", seed)
                                        .containsExactlyElementsOf(unread));
        screen.assertNothingCameTwice();
        assertThat(kept(screen.user(), "")).as("seed %d", seed).isEqualTo(sent.reversed());
        assertThat(kept(screen.user(), "&state=CREATED,DELIVERED")).isEqualTo(unread.reversed());
    }

    private static void readSome(NotificationScreen screen, Random random, Set<String> read) {
        comeBack(screen);
        var unread = screen.unread();
        if (!unread.isEmpty()) {
            var id = unread.get(random.nextInt(unread.size()));
            screen.read(id);
            read.add(id);
        }
    }

    /** Two devices of each user, at different nodes. */
    private List<NotificationScreen> screens() {
        var screens = new ArrayList<NotificationScreen>();
        for (var user : users) {
            nodes.forEach(node -> screens.add(NotificationScreen.of(user, node)));
        }
        return screens;
    }

    /** Numbered notifications, one user after the other. */
    private void send(NotificationSender service, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            service.toUser(users.get(i % users.size()), "n" + i);
        }
    }

    private void assertThatAllHave(List<NotificationScreen> screens, int sent) {
        for (var screen : screens) {
            var user = users.indexOf(screen.user());
            var expected =
                    IntStream.range(0, sent)
                            .filter(i -> i % users.size() == user)
                            .mapToObj(i -> "n" + i)
                            .toList();
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(screen.ids()).containsExactlyElementsOf(expected));
        }
    }

    private static void restart(int node) {
        nodes.get(node).close();
        nodes.set(node, builders.get(node).start());
    }

    private static void comeBack(NotificationScreen screen) {
        if (!screen.isConnected()) {
            screen.connect(nodes.getFirst());
        }
    }

    private static String token(String user) {
        return Tokens.of(user, Role.CUSTOMER).sign();
    }

    private static List<String> kept(String user, String query) {
        var ids = new ArrayList<String>();
        JsonNode page;
        String before = "";
        do {
            var path = "/api/notifications?limit=200&before=" + before + query;
            page = JSON.readTree(nodes.getFirst().get(path, token(user)).body());
            page.get("notifications").forEach(one -> ids.add(one.get("id").asString()));
            before = page.has("next") ? page.get("next").asString() : "";
        } while (!before.isEmpty());
        return ids;
    }
}
