package io.venta.server.notification;

import static io.venta.server.notification.TestNotifications.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.notification.Notification;
import io.venta.model.notification.NotificationPreferences;
import io.venta.model.notification.Priority;
import io.venta.server.RecordingChannel;
import io.venta.server.database.TestDatabase;
import io.venta.testing.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Push through Firebase's own library, to a stand-in for Google. */
class PushJobTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestDatabase database = TestDatabase.h2();
    private final SettableClock clock = new SettableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RecordingPublisher devices = new RecordingPublisher();
    private final JdbcNotifications store = TestNotifications.in(database, clock);
    private final NotificationFeed feed = new NotificationFeed(store, () -> true, JSON);
    private final Announcer announcer =
            new Announcer(store, feed, devices, new RecordingChannel().template());
    private final PushAddresses addresses =
            new PushAddresses(database.jdbc(), database.transactions(), JSON, clock);
    private final StubFirebase firebase = new StubFirebase();
    private final FirebasePushGateway gateway =
            new FirebasePushGateway(firebase.options(), "test-" + System.identityHashCode(this));

    PushJobTests() throws IOException {}

    @BeforeEach
    void register() {
        addresses.register("alice", "phone", "token-1");
    }

    @AfterEach
    void stop() {
        gateway.close();
        firebase.close();
        announcer.destroy();
        feed.destroy();
        database.close();
    }

    @Test
    void pushesWhatNoDeviceHasReportedInTime() {
        var urgent =
                new Notification(
                        "n1",
                        "order",
                        "Ready",
                        "Come",
                        Priority.CRITICAL,
                        "/orders/7",
                        null,
                        SettableClock.START,
                        null);
        store.keep(List.of(new Sending(new Recipients.Users(List.of("alice")), urgent, null)));
        runAfter(9);
        assertThat(firebase.messages()).isEmpty();

        runAfter(2);

        var message = firebase.messages().getFirst();
        assertThat(message.get("token").asString()).isEqualTo("token-1");
        assertThat(message.get("notification").get("title").asString()).isEqualTo("Ready");
        assertThat(message.get("data").get("id").asString()).isEqualTo("n1");
        assertThat(message.get("data").get("actionUrl").asString()).isEqualTo("/orders/7");
        assertThat(message.get("android").get("priority").asString()).isEqualTo("high");
        assertThat(pushed("accepted")).isEqualTo(1);
        assertThat(devices.told()).singleElement().asString().startsWith("alice 1 notification");
        runAfter(600);
        assertThat(firebase.messages()).hasSize(1);
    }

    @Test
    void pushesNothingThatADeviceHas() {
        store.keep(List.of(to("alice", "n1"), to("alice", "n2")));
        store.received("alice", List.of("n1"));
        store.read("alice", List.of("n2"));

        runAfter(60);

        assertThat(firebase.messages()).isEmpty();
        assertThat(devices.told()).isEmpty();
    }

    @Test
    void pushesNoTypeThatTheUserDoesNotWant() {
        addresses.prefer("alice", new NotificationPreferences(Map.of("order", false)));
        store.keep(List.of(to("alice", "n1")));

        runAfter(60);

        assertThat(firebase.messages()).isEmpty();
        assertThat(store.unread("alice", 0, 10).notifications()).hasSize(1);
    }

    @Test
    void forgetsTokensThatAreUnknown() {
        firebase.failFor("token-1", 404, "UNREGISTERED");
        addresses.register("alice", "tablet", "token-2");
        store.keep(List.of(to("alice", "n1")));

        runAfter(11);

        assertThat(firebase.tokens()).containsExactly("token-1", "token-2");
        assertThat(addresses.tokens("alice")).containsExactly("token-2");
    }

    @Test
    void triesAgainWithMoreAndMoreTimeInBetween() {
        firebase.failFor("token-1", 429, "QUOTA_EXCEEDED");
        store.keep(List.of(to("alice", "n1")));

        runAfter(11);
        runAfter(9);
        assertThat(firebase.messages()).hasSize(1);
        runAfter(2);
        runAfter(15);
        assertThat(firebase.messages()).hasSize(2);
        firebase.succeedFor("token-1");
        runAfter(6);
        runAfter(600);

        assertThat(firebase.messages()).hasSize(3);
        assertThat(pushed("later")).isEqualTo(2);
        assertThat(devices.told()).hasSize(1);
    }

    @Test
    void givesUpAfterFiveTimes() {
        firebase.failFor("token-1", 429, "QUOTA_EXCEEDED");
        store.keep(List.of(to("alice", "n1")));

        for (int i = 0; i < 8; i++) {
            runAfter(600);
        }

        assertThat(firebase.messages()).hasSize(5);
        assertThat(addresses.tokens("alice")).containsExactly("token-1");
    }

    @Test
    void tellsTheDevicesAgainWhereNothingCanBePushed() {
        store.keep(List.of(to("alice", "n1")));
        clock.advance(Duration.ofSeconds(11));

        job(Optional.empty()).run();
        job(Optional.empty()).run();

        assertThat(devices.told()).hasSize(1);
        assertThat(firebase.messages()).isEmpty();
    }

    @Test
    void movesATokenToTheUserWhoCameWithItLast() {
        addresses.register("bob", "phone", "token-1");

        assertThat(addresses.tokens("alice")).isEmpty();
        assertThat(addresses.tokens("bob")).containsExactly("token-1");
        addresses.register("bob", "phone", "token-2");
        assertThat(addresses.tokens("bob")).containsExactly("token-2");
        addresses.remove("bob", "phone");
        assertThat(addresses.tokens("bob")).isEmpty();
        assertThat(addresses.preferences("bob").push()).isEmpty();
    }

    private void runAfter(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
        job(Optional.of(gateway)).run();
    }

    private PushJob job(Optional<PushGateway> push) {
        return new PushJob(
                new Undelivered(database.jdbc(), JSON), addresses, push, announcer, meters, clock);
    }

    private double pushed(String outcome) {
        return meters.counter("venta.notifications.pushed", "outcome", outcome).count();
    }
}
