package io.venta.server.notification;

import static io.venta.server.notification.TestNotifications.everyone;
import static io.venta.server.notification.TestNotifications.ids;
import static io.venta.server.notification.TestNotifications.notification;
import static io.venta.server.notification.TestNotifications.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.notification.Notification;
import io.venta.model.notification.NotificationPage;
import io.venta.model.notification.NotificationState;
import io.venta.model.notification.Priority;
import io.venta.server.database.TestDatabase;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database does with notifications. Each test begins with an empty one. */
abstract class NotificationsContract {

    private final TestDatabase database;
    private final SettableClock clock = new SettableClock();
    private final Notifications store;
    private final NotificationUpkeep upkeep;

    NotificationsContract(TestDatabase database) {
        this.database = database;
        this.store = TestNotifications.in(database, clock);
        this.upkeep = new NotificationUpkeep(database.jdbc());
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void keepsAllThatANotificationSays() {
        var whole =
                new Notification(
                        "id-1",
                        "order",
                        "Żółć 🚌",
                        "line one\nline two",
                        Priority.CRITICAL,
                        "/orders/7",
                        Map.of("table", 7, "names", List.of("a", "b")),
                        SettableClock.START,
                        null);
        store.keep(List.of(new Sending(new Recipients.Users(List.of("alice")), whole, null)));

        assertThat(store.unread("alice", 0, 10).notifications())
                .containsExactly(new Kept("alice", 1, NotificationState.CREATED, whole));
    }

    @Test
    void givesEachUserPositionsOfItsOwnInTheOrderOfSending() {
        store.keep(List.of(to("alice", "a1"), to("bob", "b1"), to("alice", "a2")));
        store.keep(List.of(to(List.of("bob", "alice"), "both")));

        assertThat(store.unread("alice", 0, 10).notifications())
                .extracting(Kept::position)
                .containsExactly(1L, 2L, 3L);
        assertThat(ids(store.unread("alice", 0, 10))).containsExactly("a1", "a2", "both");
        assertThat(ids(store.unread("bob", 0, 10))).containsExactly("b1", "both");
        assertThat(ids(store.unread("carol", 0, 10))).isEmpty();
    }

    @Test
    void keepsAnIdOnceForAUserAndSaysSoAgainUntilADeviceHasIt() {
        var sending = to("alice", "id-1");
        assertThat(store.keep(List.of(sending, sending))).hasSize(2);
        assertThat(ids(store.keep(List.of(sending)))).containsExactly("id-1");
        assertThat(ids(store.keep(List.of(to(List.of("alice", "bob"), "id-1")))))
                .containsExactly("id-1", "id-1");
        assertThat(ids(store.unread("alice", 0, 10))).containsExactly("id-1");

        store.received("alice", List.of("id-1"));

        assertThat(store.keep(List.of(sending))).isEmpty();
    }

    @Test
    void keepsAnIdOnceWhenManySendItAtATime() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<List<Kept>> sending =
                    () -> store.keep(List.of(to("alice", "id-1"), to("bob", "id-1")));
            for (var kept :
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(_ -> sending).toList())) {
                assertThat(kept.get()).hasSize(2);
            }
        }
        assertThat(ids(store.unread("alice", 0, 10))).containsExactly("id-1");
        assertThat(store.unread("alice", 0, 10).position()).isEqualTo(1);
    }

    @Test
    void readsOnFromWhereAReaderIs() {
        store.keep(IntStream.rangeClosed(1, 5).mapToObj(i -> to("alice", "n" + i)).toList());

        var first = store.unread("alice", 0, 2);
        assertThat(ids(first)).containsExactly("n1", "n2");
        assertThat(first.hasMore()).isTrue();
        store.read("alice", List.of("n3"));
        var second = store.unread("alice", first.position(), 4);
        assertThat(ids(second)).containsExactly("n4", "n5");
        assertThat(second.hasMore()).isFalse();
        assertThat(second.position()).isEqualTo(5);
        assertThat(store.unread("alice", 9, 4).position()).isEqualTo(9);
    }

    @Test
    void marksWhatIsReadOnceAndForGood() {
        store.keep(List.of(to("alice", "n1"), to("alice", "n2"), to("bob", "n1")));

        assertThat(store.read("alice", List.of("n1", "unknown"))).containsExactly("n1");
        clock.advance(Duration.ofMinutes(1));
        assertThat(store.read("alice", List.of("n1"))).containsExactly("n1");
        store.received("alice", List.of("n1", "n2"));

        var page = page("alice", null, NotificationState.values());
        assertThat(page.unread()).isEqualTo(1);
        assertThat(page.notifications())
                .extracting(Notification::readAt)
                .containsExactly(null, SettableClock.START);
        assertThat(ids(store.unread("bob", 0, 10))).containsExactly("n1");
        assertThat(store.readAll("alice")).containsExactly("n2");
        assertThat(store.readAll("alice")).isEmpty();
        assertThat(store.unread("alice", 0, 10).notifications()).isEmpty();
    }

    @Test
    void pagesThroughTheHistoryNewestFirst() {
        store.keep(IntStream.rangeClosed(1, 5).mapToObj(i -> to("alice", "n" + i)).toList());
        store.keep(List.of(to("bob", "other")));
        store.received("alice", List.of("n4"));

        var all = EnumSet.allOf(NotificationState.class);
        var first = store.history("alice", new HistoryQuery(Long.MAX_VALUE, 2, null, all));
        assertThat(idsOf(first)).containsExactly("n5", "n4");
        assertThat(first.unread()).isEqualTo(5);
        var before = Long.parseLong(String.valueOf(first.next()));
        var rest = store.history("alice", new HistoryQuery(before, 3, null, all));
        assertThat(idsOf(rest)).containsExactly("n3", "n2", "n1");
        assertThat(rest.next()).isNull();
    }

    @Test
    void findsTypesAndStatesInTheHistory() {
        var users = new Recipients.Users(List.of("alice"));
        store.keep(
                List.of(
                        to("alice", "n1"),
                        new Sending(users, notification("n2", "promo", Priority.LOW), null),
                        to("alice", "n3")));
        store.received("alice", List.of("n3"));
        store.read("alice", List.of("n1"));

        assertThat(idsOf(page("alice", "order", NotificationState.values())))
                .containsExactly("n3", "n1");
        assertThat(idsOf(page("alice", null, NotificationState.READ))).containsExactly("n1");
        assertThat(idsOf(page("alice", null, NotificationState.DELIVERED))).containsExactly("n3");
        assertThat(idsOf(page("alice", "promo", NotificationState.READ))).isEmpty();
    }

    @Test
    void handsOutWhatIsForEveryoneOnce() {
        assertThat(store.keep(List.of(everyone("all-1"), to("alice", "own")))).hasSize(1);
        store.keep(List.of(everyone("all-1"), everyone("all-2")));

        var given = store.handOutBroadcasts(List.of("alice", "bob"));
        assertThat(given)
                .extracting(Kept::userKey)
                .containsExactlyInAnyOrder("alice", "alice", "bob", "bob");
        assertThat(store.handOutBroadcasts(List.of("alice", "bob"))).isEmpty();
        assertThat(ids(store.unread("alice", 0, 10))).containsExactly("own", "all-1", "all-2");
        assertThat(ids(store.unread("late", 0, 10))).containsExactly("all-1", "all-2");
        store.keep(List.of(everyone("all-3")));
        assertThat(idsOf(page("bob", null, NotificationState.values())))
                .containsExactly("all-3", "all-2", "all-1");
    }

    @Test
    void handsOutOnceWhenManyAskAtATime() throws InterruptedException, ExecutionException {
        var users = IntStream.range(0, 20).mapToObj(i -> "user-" + i).toList();
        store.keep(List.of(everyone("all-1"), everyone("all-2")));
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> asking = () -> store.handOutBroadcasts(users).size();
            var given = 0;
            for (var part :
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(_ -> asking).toList())) {
                given += part.get();
            }
            assertThat(given).isEqualTo(40);
        }
    }

    @Test
    void showsNothingThatHasExpired() {
        var soon = SettableClock.START.plusSeconds(60);
        var users = new Recipients.Users(List.of("alice"));
        store.keep(
                List.of(
                        new Sending(users, notification("n1", "order", Priority.LOW), soon),
                        to("alice", "n2"),
                        everyone("all-1", soon)));
        assertThat(ids(store.unread("alice", 0, 10))).containsExactly("n1", "n2", "all-1");

        clock.advance(Duration.ofSeconds(61));

        assertThat(ids(store.unread("alice", 0, 10))).containsExactly("n2");
        assertThat(idsOf(page("alice", null, NotificationState.values()))).containsExactly("n2");
        assertThat(page("alice", null, NotificationState.READ).unread()).isEqualTo(1);
        assertThat(ids(store.unread("late", 0, 10))).isEmpty();
        assertThat(upkeep.removeOld(clock.instant(), SettableClock.START)).isEqualTo(2);
    }

    @Test
    void removesWhatIsTooOld() {
        store.keep(List.of(to("alice", "n1"), everyone("all-1")));

        assertThat(upkeep.removeOld(SettableClock.START, SettableClock.START)).isZero();
        assertThat(upkeep.removeOld(SettableClock.START, SettableClock.START.plusMillis(1)))
                .isEqualTo(1);
        assertThat(store.unread("alice", 0, 10).notifications()).isEmpty();
        store.keep(List.of(to("alice", "n2")));
        assertThat(store.unread("alice", 0, 10).notifications())
                .extracting(Kept::position)
                .containsExactly(2L);
    }

    @Test
    void hasTheOldestOfTheLowestPriorityGiveWay() {
        store.keep(
                List.of(
                        to("alice", "high", Priority.HIGH),
                        to("alice", "low-1", Priority.LOW),
                        to("alice", "normal-1", Priority.NORMAL),
                        to("alice", "low-2", Priority.LOW),
                        to("alice", "normal-2", Priority.NORMAL),
                        to("alice", "delivered", Priority.LOW),
                        to("bob", "own")));
        store.received("alice", List.of("delivered"));

        assertThat(upkeep.giveWay(2)).isEqualTo(3);

        assertThat(ids(store.unread("alice", 0, 10)))
                .containsExactly("high", "normal-2", "delivered");
        assertThat(upkeep.giveWay(2)).isZero();
        assertThat(ids(store.unread("bob", 0, 10))).containsExactly("own");
    }

    private NotificationPage page(String user, @Nullable String type, NotificationState... states) {
        return store.history(
                user, new HistoryQuery(Long.MAX_VALUE, 50, type, EnumSet.copyOf(List.of(states))));
    }

    private static List<String> idsOf(NotificationPage page) {
        return page.notifications().stream().map(Notification::id).toList();
    }
}
