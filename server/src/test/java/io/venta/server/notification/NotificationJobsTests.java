package io.venta.server.notification;

import static io.venta.server.notification.TestNotifications.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.server.RecordingChannel;
import io.venta.server.database.TestDatabase;
import io.venta.testing.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NotificationJobsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void areDoneByTwoNodesOnceForAll() {
        var clock = new SettableClock();
        try (var database = TestDatabase.h2()) {
            var devices = new RecordingPublisher();
            var store = TestNotifications.in(database, clock);
            var feed = new NotificationFeed(store, () -> true, JSON);
            var announcer = new Announcer(store, feed, devices, new RecordingChannel().template());
            store.keep(List.of(to("alice", "n1")));
            clock.advance(Duration.ofSeconds(11));

            var one = jobs(database, announcer, clock);
            var two = jobs(database, announcer, clock);

            await().untilAsserted(() -> assertThat(devices.told()).hasSize(1));
            await().during(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(devices.told()).hasSize(1));
            assertThat(locks(database)).contains("notification-push");
            one.destroy();
            two.destroy();
            announcer.destroy();
            feed.destroy();
        }
    }

    private static List<@Nullable String> locks(TestDatabase database) {
        return database.jdbc().queryForList("select name from shedlock", String.class);
    }

    private static NotificationJobs jobs(TestDatabase database, Announcer announcer, Clock clock) {
        var meters = new SimpleMeterRegistry();
        var push =
                new PushJob(
                        new Undelivered(database.jdbc(), JSON),
                        new PushAddresses(database.jdbc(), database.transactions(), JSON, clock),
                        Optional.empty(),
                        announcer,
                        meters,
                        clock);
        var upkeep =
                new UpkeepJob(
                        new NotificationUpkeep(database.jdbc()),
                        TestNotifications.SETTINGS,
                        meters,
                        clock);
        return new NotificationJobs(upkeep, push, () -> true, database.jdbc(), clock);
    }
}
