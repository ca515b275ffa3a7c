package io.venta.server.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.server.RecordingChannel;
import io.venta.server.error.JsonPayloads;
import io.venta.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.json.JsonMapper;

class IntakeTests {

    private static final String GOOD =
            "{\"type\":\"order\",\"title\":\"Ready\",\"message\":\"Come and get it\"}";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StubNotifications store = new StubNotifications();
    private final RecordingPublisher devices = new RecordingPublisher();
    private final RecordingChannel nodes = new RecordingChannel();
    private final NotificationFeed feed =
            new NotificationFeed(store, () -> true, JsonMapper.builder().build());
    private final Announcer announcer = new Announcer(store, feed, devices, nodes.template());
    private final Intake intake =
            new Intake(
                    new Sendings(new JsonPayloads(), new SettableClock()),
                    store,
                    announcer,
                    meters);
    private final List<String> refused = new ArrayList<>();

    @AfterEach
    void stop() {
        announcer.destroy();
        feed.destroy();
    }

    @Test
    void keepsAllAtOnceAndTellsTheDevices() throws TimeoutException, InterruptedException {
        take(arrival("user.alice", "n1", GOOD), arrival("user.bob", "n2", GOOD));

        assertThat(store.asked()).isEqualTo(1);
        assertThat(store.ids()).containsExactly("n1", "n2");
        assertThat(devices.told())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("alice 1 notification {\"id\":\"n1\",");
        assertThat(heard("kept")).isEqualTo(2);
        assertThat(nodes.sent()).isEmpty();
    }

    @Test
    void hasAllNodesLookWhatThereIsForEveryone() throws TimeoutException, InterruptedException {
        take(arrival("broadcast", "n1", GOOD));

        assertThat(nodes.destinations()).containsExactly(announcer.destination());
    }

    @Test
    void refusesWhatIsNoneAndKeepsTheRest() throws TimeoutException, InterruptedException {
        take(arrival("user.alice", "n1", "no"), arrival("user.alice", "n2", GOOD));

        assertThat(store.ids()).containsExactly("n2");
        assertThat(refused).singleElement().asString().startsWith("n1: The body is not JSON");
        assertThat(heard("invalid")).isEqualTo(1);
    }

    @Test
    void refusesTheOneThatTheDatabaseDoesNotTake() throws TimeoutException, InterruptedException {
        store.failWith(
                sendings ->
                        sendings.stream().anyMatch(s -> s.notification().id().equals("bad"))
                                ? new DataIntegrityViolationException("no")
                                : null);

        take(
                arrival("user.alice", "n1", GOOD),
                arrival("user.alice", "bad", GOOD),
                arrival("user.alice", "n2", GOOD));

        assertThat(store.ids()).containsExactly("n1", "n2");
        assertThat(refused).containsExactly("bad: The database refuses it");
    }

    @Test
    void holdsThemWhileTheDatabaseIsAway() throws TimeoutException, InterruptedException {
        store.failWith(
                _ -> store.asked() < 3 ? new DataAccessResourceFailureException("away") : null);

        take(arrival("user.alice", "n1", GOOD), arrival("user.alice", "n2", GOOD));

        assertThat(store.asked()).isEqualTo(3);
        assertThat(store.ids()).containsExactly("n1", "n2");
        assertThat(refused).isEmpty();
    }

    @Test
    void tellsTheDevicesAgainUntilItIsConfirmed() throws TimeoutException, InterruptedException {
        devices.refuse(2);

        take(arrival("user.alice", "n1", GOOD));

        assertThat(devices.told()).hasSize(1);
        assertThat(store.asked()).isEqualTo(1);
    }

    private void take(Arrival... arrivals) throws TimeoutException, InterruptedException {
        intake.take(
                List.of(arrivals),
                (arrival, reason) -> refused.add(arrival.messageId() + ": " + reason));
    }

    private double heard(String outcome) {
        return meters.counter("venta.notifications.heard", "outcome", outcome).count();
    }

    private static Arrival arrival(String key, String id, String body) {
        return new Arrival(key, id, body.getBytes(UTF_8));
    }
}
