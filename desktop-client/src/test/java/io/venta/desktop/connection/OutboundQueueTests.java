package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.venta.desktop.connection.OutboundItem.State;
import io.venta.model.ErrorCode;
import io.venta.testing.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboundQueueTests {

    /** Always waits a second. */
    private static final Backoff SECOND =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), () -> 2_000);

    private final SettableClock clock = new SettableClock();
    private final Deque<Exception> failures = new ArrayDeque<>();
    private final List<OutboundRequest> sent = new ArrayList<>();
    private final OutboundQueue queue = new OutboundQueue(this::send, clock, SECOND, Runnable::run);

    private final OutboundRequest first = request("first");
    private final OutboundRequest second = request("second");

    private void send(OutboundRequest request) throws IOException, RefusedException {
        sent.add(request);
        switch (failures.poll()) {
            case null -> {}
            case IOException e -> throw e;
            case RefusedException e -> throw e;
            case Exception e -> throw new IllegalStateException(e);
        }
    }

    @Test
    void sendsAtOnceWhileConnected() throws Exception {
        queue.open(true);
        queue.add(first).get();
        assertThat(sent).containsExactly(first);
        assertThat(queue.items()).isEmpty();
    }

    @Test
    void keepsWhatIsDoneWhileOfflineInOrder() {
        CompletableFuture<Void> one = queue.add(first);
        add(second);
        assertThat(queue.items())
                .extracting(OutboundItem::description, OutboundItem::state)
                .containsExactly(tuple("first", State.WAITING), tuple("second", State.WAITING));
        assertThat(one).isNotDone();
        queue.open(true);
        assertThat(sent).containsExactly(first, second);
        assertThat(one).isCompleted();
    }

    @Test
    void repeatsWhatMetNoAnswerBeforeAllElse() {
        failures.add(new IOException("Lost"));
        queue.open(true);
        CompletableFuture<Void> one = queue.add(first);
        add(second);
        assertThat(queue.items()).extracting(OutboundItem::tried).containsExactly(true, false);
        queue.tick();
        assertThat(sent).containsExactly(first);
        clock.advance(Duration.ofSeconds(1));
        queue.tick();
        assertThat(sent).containsExactly(first, first, second);
        assertThat(one).isCompleted();
    }

    @Test
    void repeatsAtOnceWhenTheConnectionIsBack() {
        failures.add(new IOException("Lost"));
        queue.open(true);
        add(first);
        queue.open(false);
        queue.open(true);
        assertThat(sent).containsExactly(first, first);
    }

    @Test
    void waitsAsLongAsTheServerWants() {
        failures.add(
                new RefusedException(
                        ErrorCode.RATE_LIMIT_EXCEEDED, "Slower", Duration.ofSeconds(7)));
        queue.open(true);
        CompletableFuture<Void> one = queue.add(first);
        queue.open(false);
        queue.open(true);
        clock.advance(Duration.ofSeconds(6));
        queue.tick();
        assertThat(one).isNotDone();
        clock.advance(Duration.ofSeconds(1));
        queue.tick();
        assertThat(one).isCompleted();
    }

    @Test
    void repeatsWhatATokenThatEndedCouldNotBring() {
        failures.add(new RefusedException(ErrorCode.AUTHENTICATION_FAILED, "Over"));
        queue.open(true);
        CompletableFuture<Void> one = queue.add(first);
        clock.advance(Duration.ofSeconds(1));
        queue.tick();
        assertThat(one).isCompleted();
    }

    @Test
    void tellsWhyTheServerRefusedAndGoesOn() {
        failures.add(new RefusedException(ErrorCode.AUTHORIZATION_FAILED, "Not yours"));
        queue.open(true);
        CompletableFuture<Void> one = queue.add(first);
        add(second);
        assertThat(sent).containsExactly(first, second);
        assertThat(failureOf(one)).isInstanceOf(RefusedException.class);
        OutboundItem note = queue.items().getFirst();
        assertThat(note.state()).isEqualTo(State.REFUSED);
        assertThat(note.reason()).isEqualTo("Not yours");
        assertThat(queue.cancel(first.id())).isTrue();
        assertThat(queue.items()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeWritten() {
        failures.add(new IllegalStateException("A loop"));
        queue.open(true);
        assertThat(failureOf(queue.add(first))).isInstanceOf(IllegalStateException.class);
        assertThat(queue.items().getFirst().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void takesTheSameOneOnce() {
        CompletableFuture<Void> one = queue.add(first);
        assertThat(queue.add(first)).isSameAs(one);
        queue.open(true);
        assertThat(queue.add(first)).isCompleted();
        assertThat(sent).containsExactly(first);
    }

    @Test
    void takesNoMoreThanItsRoom() {
        for (int i = 0; i < OutboundQueue.CAPACITY; i++) {
            add(request("again"));
        }
        assertThat(failureOf(queue.add(first)))
                .isInstanceOf(NotSentException.class)
                .hasMessage("100 actions wait to be sent already");
        queue.cancel(queue.items().getFirst().id());
        assertThat(queue.add(first)).isNotDone();
    }

    @Test
    void sendsNothingThatIsAnHourOld() {
        CompletableFuture<Void> one = queue.add(first);
        clock.advance(OutboundQueue.PATIENCE);
        CompletableFuture<Void> two = queue.add(second);
        clock.advance(Duration.ofSeconds(1));
        queue.tick();
        queue.open(true);
        assertThat(sent).containsExactly(second);
        assertThat(two).isCompleted();
        assertThat(failureOf(one)).isInstanceOf(NotSentException.class).hasMessageContaining("not");
        assertThat(queue.items()).extracting(OutboundItem::state).containsExactly(State.EXPIRED);
    }

    @Test
    void saysThatWhatWasTriedMayHaveArrived() {
        failures.add(new IOException("Lost"));
        queue.open(true);
        CompletableFuture<Void> one = queue.add(first);
        queue.open(false);
        clock.advance(OutboundQueue.PATIENCE.plusSeconds(1));
        queue.tick();
        assertThat(failureOf(one)).hasMessageContaining("may have arrived");
        assertThat(queue.items().getFirst().tried()).isTrue();
    }

    @Test
    void forgetsWhatTheUserTookBack() {
        CompletableFuture<Void> one = queue.add(first);
        CompletableFuture<Void> two = queue.add(second);
        assertThat(queue.cancel(first.id())).isTrue();
        two.cancel(false);
        queue.open(true);
        assertThat(one).isCancelled();
        assertThat(sent).isEmpty();
        assertThat(queue.cancel(first.id())).isFalse();
    }

    @Test
    void cannotTakeBackWhatIsOnItsWay() {
        Deque<Runnable> underWay = new ArrayDeque<>();
        OutboundQueue slow = new OutboundQueue(this::send, clock, SECOND, underWay::add);
        slow.open(true);
        CompletableFuture<Void> one = slow.add(first);
        var unused = slow.add(second);
        assertThat(underWay).hasSize(1);
        slow.cancelAll();
        assertThat(slow.items()).extracting(OutboundItem::state).containsExactly(State.SENDING);
        underWay.remove().run();
        assertThat(one).isCompleted();
        assertThat(slow.items()).isEmpty();
    }

    @Test
    void dropsAllWhenTheUserSignsOut() {
        CompletableFuture<Void> one = queue.add(first);
        queue.close();
        assertThat(one).isCancelled();
        assertThat(queue.items()).isEmpty();
        assertThat(failureOf(queue.add(second))).isInstanceOf(NotSentException.class);
    }

    @Test
    void dropsWhatIsOnItsWayWhenTheUserSignsOut() {
        Deque<Runnable> underWay = new ArrayDeque<>();
        OutboundQueue slow = new OutboundQueue(this::send, clock, SECOND, underWay::add);
        slow.open(true);
        CompletableFuture<Void> one = slow.add(first);
        slow.close();
        failures.add(new IOException("Lost"));
        underWay.remove().run();
        assertThat(one).isCancelled();
        assertThat(slow.items()).isEmpty();
    }

    @Test
    void tellsOfEachChange() {
        AtomicInteger changes = new AtomicInteger();
        queue.onChange(changes::incrementAndGet);
        add(first);
        assertThat(changes).hasValue(1);
        queue.open(true);
        assertThat(changes).hasValue(3);
    }

    @Test
    void keepsTheNewestNotesOnly() {
        queue.open(true);
        for (int i = 0; i < 25; i++) {
            failures.add(new RefusedException(ErrorCode.INVALID_MESSAGE, "No " + i));
            add(request("no"));
        }
        assertThat(queue.items()).hasSize(20).last().extracting("reason").isEqualTo("No 24");
    }

    private void add(OutboundRequest request) {
        var unused = queue.add(request);
    }

    private static Throwable failureOf(CompletableFuture<Void> future) {
        assertThat(future).isCompletedExceptionally();
        return future.exceptionNow();
    }

    private static OutboundRequest request(String description) {
        return OutboundRequest.of(description, "/api/notifications", description);
    }
}
