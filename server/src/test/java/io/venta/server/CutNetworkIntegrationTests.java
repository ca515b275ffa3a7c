package io.venta.server;

import static io.venta.server.Cluster.BROKER;
import static io.venta.server.Cluster.ONE;
import static io.venta.server.Cluster.REDIS;
import static io.venta.server.Cluster.awaitReady;
import static io.venta.server.Cluster.dispatcher;
import static io.venta.server.Cluster.fix;
import static io.venta.server.Cluster.service;
import static io.venta.server.Cluster.token;
import static io.venta.server.Cluster.vendor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.venta.model.Role;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompFrame;
import io.venta.testing.StompTestClient;
import io.venta.testing.TcpProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node of the cluster whose network to RabbitMQ and to Redis is jammed, or cut in silence. */
class CutNetworkIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration FOUND = Duration.ofSeconds(25);
    private static final Duration HEARS = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int VENDORS = 30;
    private static final String LIMIT = "short-queues";

    private static TcpProxy rabbit;
    private static TcpProxy redis;
    private static ServerProcess node;

    @BeforeAll
    static void start() {
        Cluster.awaitReady();
        rabbit = TcpProxy.to(BROKER.stompPort());
        redis = TcpProxy.to(REDIS.port());
        node = behindProxies().start();
        awaitReady(node);
    }

    @AfterAll
    static void stop() {
        node.close();
        rabbit.close();
        redis.close();
    }

    @Test
    void findsRabbitMqGoneWithoutAWordAndCatchesUp() {
        try (var reporter = service(ONE);
                var watcher = dispatcher(node)) {
            watcher.subscribe("/topic/location.cut-1");
            reporter.sendAwaitingReceipt("/app/location.report", fix("cut-1", 1, Instant.now()));
            watcher.awaitFrame(f -> f.body().contains("\"lat\":1"), SOON);

            rabbit.cut();
            reporter.sendAwaitingReceipt("/app/location.report", fix("cut-1", 2, Instant.now()));
            rabbit.mend();

            watcher.awaitFrame(f -> f.body().contains("\"lat\":2"), FOUND);
            reporter.sendAwaitingReceipt("/app/location.report", fix("cut-1", 3, Instant.now()));
            watcher.awaitFrame(f -> f.body().contains("\"lat\":3"), HEARS);
            assertThat(watcher.closeCode()).isNull();
            awaitReady(node);
        }
    }

    @Test
    void endsWhatWasRevokedMeanwhileAsSoonAsItIsBack() {
        var token = token("cut-user", Role.CUSTOMER);
        var admin = token("cut-admin", Role.ADMIN);
        try (var own = StompTestClient.connect(node.wsUrl(), token);
                var revoked = StompTestClient.connect(node.wsUrl(), token);
                var stays = StompTestClient.connect(node.wsUrl(), token);
                var store = RedisClient.create(REDIS.url());
                var there = store.connect()) {
            rabbit.cut();
            redis.cut();
            assertThat(Cluster.end(Cluster.session(own), token)).isEqualTo(202);
            assertThat(Cluster.end(Cluster.session(revoked), admin)).isEqualTo(202);
            await().atMost(SOON)
                    .until(
                            () ->
                                    remembered(there, "venta:revoked-own", own)
                                            && remembered(there, "venta:revoked", revoked));
            assertThat(own.closeCode()).isNull();
            assertThat(revoked.closeCode()).isNull();

            redis.mend();
            rabbit.mend();

            assertThat(own.awaitClose(FOUND)).isEqualTo(4501);
            assertThat(revoked.awaitClose(FOUND)).isEqualTo(4501);
            awaitReady(node);
            assertThat(stays.closeCode()).isNull();
        } finally {
            redis.mend();
            rabbit.mend();
        }
    }

    private static boolean remembered(
            StatefulRedisConnection<String, String> store, String key, StompTestClient client) {
        return store.sync().zrange(key, 0, -1).stream()
                .anyMatch(name -> name.contains(Cluster.session(client)));
    }

    @Test
    void goesOnWhileRedisIsGoneWithoutAWord() {
        try (var reporter = service(node);
                var watcher = dispatcher(node)) {
            watcher.subscribe("/topic/location.*");
            redis.cut();
            for (int i = 0; i < VENDORS; i++) {
                var fix = fix("silent-" + i, 5, Instant.now());
                reporter.sendAwaitingReceipt("/app/location.report", fix);
            }
            watcher.awaitFrame(f -> f.body().contains("silent-" + (VENDORS - 1)), SOON);
            await().atMost(SOON).until(() -> saysAtOnce("\"cache\":\"down\""));
            await().atMost(SOON).until(() -> node.metric("venta_store_pending") > 0);

            redis.mend();

            awaitReady(node);
            for (int i = 0; i < VENDORS; i++) {
                var id = "silent-" + i;
                await().atMost(SOON).until(() -> vendor(ONE, id).contains("\"lat\":5"));
            }
        } finally {
            redis.mend();
        }
    }

    @Test
    void answersThatTrailsAreOutOfReachWhileRedisHangsAndMakesUpForThemAfterwards() {
        try (var reporter = service(node);
                var watcher = dispatcher(node)) {
            watcher.subscribe("/topic/location.*");
            report(reporter, 1);
            await().atMost(SOON).until(() -> trail(0).contains("\"lat\":1"));
            redis.jam();
            report(reporter, 2);

            watcher.awaitFrame(
                    f -> isOfTrail(f, VENDORS - 1) && f.body().contains("\"lat\":2"), SOON);
            var asked = Instant.now();
            assertThat(trail(0)).contains("\"SERVICE_DEGRADED\"", "\"retryable\":true");
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15));
            await().atMost(SOON).until(() -> node.metric("venta_trail_pending") > 0);
            assertThat(node.metric("venta_trail_pending"))
                    .as("each fix at most once, be it in a script that nobody has answered")
                    .isLessThanOrEqualTo(2 * VENDORS);

            redis.clear();

            for (int i = 0; i < VENDORS; i++) {
                var vendor = i;
                await().atMost(SOON).until(() -> trail(vendor).matches(".*\"lat\":1.*\"lat\":2.*"));
            }
            assertThat(node.metric("venta_trail_dropped")).isZero();
            assertThat(watcher.closeCode()).isNull();
        } finally {
            redis.clear();
        }
        awaitReady(node);
    }

    /** A fix of each vendor; those of another number belong to another slot of the trails. */
    private static void report(StompTestClient reporter, int number) {
        var at = Instant.now().minusSeconds(60).plusSeconds(20L * number);
        for (int i = 0; i < VENDORS; i++) {
            reporter.sendAwaitingReceipt("/app/location.report", fix("trail-" + i, number, at));
        }
    }

    private static boolean isOfTrail(StompFrame frame, int number) {
        return frame.is("MESSAGE", "destination", "/topic/location.trail-" + number);
    }

    private static String trail(int number) {
        return vendor(node, "trail-" + number + "/trail");
    }

    @Test
    void startsWhileRedisDoesNotAnswer() {
        try (var reporter = service(ONE)) {
            reporter.sendAwaitingReceipt("/app/location.report", fix("mute-1", 6, Instant.now()));
            await().atMost(SOON).until(() -> vendor(ONE, "mute-1").contains("\"lat\":6"));
        }
        redis.jam();
        try (var late = behindProxies().environment("GATEWAY_STORE_WAIT", "2s").start();
                var watcher = dispatcher(late)) {
            assertThat(late.log()).contains("Serving without the last known values");
            assertThat(late.get("/ready").body()).contains("\"status\":\"degraded\"");
            watcher.subscribe("/topic/location.mute-1");

            redis.clear();

            watcher.awaitFrame(f -> f.body().contains("\"lat\":6"), SOON);
            awaitReady(late);
        } finally {
            redis.clear();
        }
    }

    @Test
    void makesUpForWhatItsQueueDropped() throws IOException {
        var holes = node.metric("venta_upstream_holes_total");
        BROKER.ctl(
                "set_policy",
                "--priority",
                "20",
                LIMIT,
                "^stomp-subscription-",
                "{\"max-length\":1000,\"overflow\":\"drop-head\"}");
        try (var services = AmqpPublisher.asService(BROKER);
                var watcher = dispatcher(node)) {
            watcher.subscribe("/topic/location.hole-early");
            watcher.subscribe("/topic/location.hole-500");
            rabbit.jam();
            publish(services, 0, 1_000);
            services.publish(
                    "amq.topic", "location.hole-early", fix("hole-early", 7, Instant.now()));
            publish(services, 1_000, 40_000);
            rabbit.clear();

            watcher.awaitFrame(f -> f.body().contains("\"accuracy\":39"), SOON);
            watcher.awaitFrame(f -> f.body().contains("\"lat\":7"), SOON);
            await().atMost(SOON).until(() -> node.metric("venta_upstream_holes_total") > holes);
            assertThat(watcher.messages("/topic/location.hole-500")).hasSizeLessThan(39);
            assertThat(node.metric("venta_upstream_reconnects_total{connection=\"hearing\"}"))
                    .as("the connection was kept")
                    .isLessThan(2);
            assertThat(watcher.closeCode()).isNull();
        } finally {
            rabbit.clear();
            BROKER.ctl("clear_policy", LIMIT);
        }
    }

    /** Fixes of a thousand vendors in turn; {@code accuracy} says in which turn. */
    private static void publish(AmqpPublisher services, int from, int to) throws IOException {
        var properties = new AMQP.BasicProperties();
        for (int i = from; i < to; i++) {
            var body =
                    """
                    {"vendorId":"hole-%d","location":{"lat":1,"long":2},"accuracy":%d,"timestamp":"%s"}"""
                            .formatted(i % 1000, i / 1000, Instant.now());
            services.channel()
                    .basicPublish(
                            "amq.topic",
                            "location.hole-" + i % 1000,
                            properties,
                            body.getBytes(StandardCharsets.UTF_8));
        }
        services.publish("amq.topic", "location.hole-0", "{}");
    }

    /** Whether the node says that it is so in less time than it would wait for Redis. */
    private static boolean saysAtOnce(String what) {
        var start = Instant.now();
        var ready = node.get("/ready");
        return ready.body().contains(what)
                && Duration.between(start, Instant.now()).compareTo(AT_ONCE) < 0;
    }

    private static ServerProcess.Builder behindProxies() {
        return Cluster.production()
                .environment("RABBITMQ_STOMP_PORT", Integer.toString(rabbit.port()))
                .environment("REDIS_URL", "redis://127.0.0.1:" + redis.port());
    }
}
