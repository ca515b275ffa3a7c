package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReportBacklogTests {

    private long nanos;
    private final ReportBacklog backlog =
            new ReportBacklog(List.of(new StubTopicPolicy("location")), 3, () -> nanos);

    @Test
    void keepsTheNewestOfEachDestination() {
        add("v1@1");
        add("v2@7");
        add("v1@3");
        add("v1@2");

        assertThat(backlog.size()).isEqualTo(2);
        assertThat(drained()).containsExactlyInAnyOrder("v1@3", "v2@7");
        assertThat(backlog.isEmpty()).isTrue();
        assertThat(backlog.poll()).isNull();
    }

    @Test
    void hasAllWaitForTheNewest() {
        var first = keep("v1@1");
        var second = keep("v1@2");
        var late = keep("v1@1");
        var onItsWay = report("v1@0");
        backlog.putBack(onItsWay);
        assertThat(List.of(first, second, late, onItsWay.confirmation()))
                .noneMatch(CompletableFuture::isDone);

        confirmAll();

        assertThat(List.of(first, second, late, onItsWay.confirmation()))
                .allMatch(each -> each.isDone() && !each.isCompletedExceptionally());
    }

    @Test
    void failsThoseWhoWaitWithTheNewest() {
        var first = keep("v1@1");
        var onItsWay = report("v1@2");
        backlog.putBack(onItsWay);

        var kept = backlog.poll();
        assertThat(kept).isNotNull();
        kept.confirmation().completeExceptionally(new IllegalStateException("lost"));

        assertThat(first).isCompletedExceptionally();
        assertThat(onItsWay.confirmation()).isCompletedExceptionally();
    }

    @Test
    void hasTheOldestGiveWayWhenItIsFull() {
        var first = keep("v1@1");
        add("v2@1");
        add("v3@1");
        add("v2@2");
        add("v4@1");

        assertDegraded(first);
        assertThat(backlog.dropped()).isEqualTo(1);
        assertThat(drained()).containsExactly("v3@1", "v2@2", "v4@1");
    }

    /** Nobody asks for longer, and what nobody asks for must not pile up. */
    @Test
    void letsNobodyWaitForMoreThanTenSeconds() {
        var first = keep("v1@1");
        nanos += Duration.ofSeconds(10).toNanos();
        var second = keep("v1@2");
        assertThat(second).isSameAs(first);

        nanos += 1;
        var third = keep("v1@1");

        assertDegraded(first);
        assertThat(third).isNotDone();
        assertThat(drained()).containsExactly("v1@2");
    }

    @Test
    void refusesWhatItsFamilyDoesNotCarry() {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> backlog.keep(report("/topic/location.v1", "v2@1")));
        var wrong = report("/topic/location.v1", "v2@1");
        backlog.putBack(wrong);

        assertThat(wrong.confirmation()).isCompletedExceptionally();
        assertThat(backlog.isEmpty()).isTrue();
    }

    private CompletableFuture<Void> keep(String body) {
        return backlog.keep(report(body));
    }

    private void add(String body) {
        assertThat(keep(body)).isNotDone();
    }

    private List<String> drained() {
        var bodies = new ArrayList<String>();
        for (var next = backlog.poll(); next != null; next = backlog.poll()) {
            bodies.add(new String(next.body(), UTF_8));
        }
        return bodies;
    }

    private void confirmAll() {
        for (var next = backlog.poll(); next != null; next = backlog.poll()) {
            next.confirmation().complete(null);
        }
    }

    private static void assertDegraded(CompletableFuture<Void> confirmation) {
        assertThat(confirmation).isCompletedExceptionally();
        assertThat(confirmation.exceptionNow())
                .isInstanceOfSatisfying(
                        RejectedMessageException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_DEGRADED));
    }

    private static UpstreamPublish report(String body) {
        return report("/topic/location." + body.substring(0, body.indexOf('@')), body);
    }

    private static UpstreamPublish report(String destination, String body) {
        return new UpstreamPublish(destination, body.getBytes(UTF_8), Map.of());
    }
}
