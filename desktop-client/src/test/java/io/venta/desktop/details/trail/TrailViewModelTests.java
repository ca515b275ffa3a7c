package io.venta.desktop.details.trail;

import static io.venta.desktop.details.trail.Trails.answer;
import static io.venta.desktop.details.trail.Trails.point;
import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.moving;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.RefusedException;
import io.venta.desktop.details.trail.TrailViewModel.State;
import io.venta.desktop.vendor.TestClock;
import io.venta.desktop.vendor.Trail;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.ErrorCode;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorTrail;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrailViewModelTests {

    private static final String WHOLE_HOUR = "/api/vendors/v1/trail?since=2026-11-20T11:00:00Z";

    private final RecordingConnection connection = new RecordingConnection();
    private final TestClock clock = new TestClock();
    private final Vendors vendors = new Vendors(clock);
    private TrailViewModel model;

    @BeforeEach
    void connect() {
        connection.become(new ConnectionState.Live(null));
        model = new TrailViewModel(connection, Runnable::run, clock);
        hear("v1", 0);
        hear("v2", 0);
    }

    @Test
    void joinsWhatTheServerKeptWithWhatIsHeardMeanwhile() {
        CompletableFuture<VendorTrail> coming = answerLater(WHOLE_HOUR);
        model.select(vendor("v1"));
        assertThat(state()).isEqualTo(State.LOADING);
        hear("v1", 8);
        assertThat(seconds()).containsExactly(0L, 8L);
        coming.complete(answer("v1", point(-20, 5), point(-10, 5), point(0, 5)));
        assertThat(seconds()).containsExactly(-20L, -10L, 0L, 8L);
        assertThat(state()).isEqualTo(State.READY);
        hear("v1", 16);
        assertThat(seconds()).containsExactly(-20L, -10L, 0L, 8L, 16L);
    }

    @Test
    void countsOnlyTheLastAnswer() {
        CompletableFuture<VendorTrail> first = answerLater(WHOLE_HOUR);
        CompletableFuture<VendorTrail> other =
                answerLater("/api/vendors/v2/trail?since=2026-11-20T11:00:00Z");
        model.select(vendor("v1"));
        model.select(vendor("v2"));
        first.complete(answer("v1", point(-30, 5)));
        assertThat(state()).isEqualTo(State.LOADING);
        other.completeExceptionally(new IOException("too late as well"));
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(seconds()).containsExactly(0L);

        CompletableFuture<VendorTrail> again = answerLater(WHOLE_HOUR);
        model.select(vendor("v1"));
        model.select(null);
        again.complete(answer("v1", point(-30, 5)));
        assertThat(model.trailProperty().get()).isEqualTo(Trail.NONE);
    }

    @Test
    void hearsNothingOfWhoIsNoLongerSelected() {
        connection.answer(WHOLE_HOUR, answer("v1"));
        model.select(vendor("v1"));
        model.select(null);
        hear("v1", 8);
        assertThat(model.trailProperty().get()).isEqualTo(Trail.NONE);
    }

    @Test
    void saysWhatFailedAndTriesAgain() {
        model.select(vendor("v1"));
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(model.failureProperty().get()).contains("could not be read");
        hear("v1", 8);
        assertThat(seconds()).containsExactly(0L, 8L);
        connection.answer(WHOLE_HOUR, answer("v1", point(-20, 5)));
        model.retry();
        assertThat(state()).isEqualTo(State.READY);
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(seconds()).containsExactly(-20L, 0L, 8L);
        model.retry();
        assertThat(connection.asked()).hasSize(2);
    }

    @Test
    void repeatsWhyTheServerRefuses() {
        refuse(ErrorCode.AUTHORIZATION_FAILED, "You may not watch it");
        model.select(vendor("v1"));
        assertThat(state()).isEqualTo(State.FAILED);
        assertThat(model.failureProperty().get()).contains("You may not watch it");
    }

    @Test
    void takesAServerWithoutTrailsForNoError() {
        refuse(ErrorCode.INVALID_MESSAGE, "There is nothing here for this request");
        model.select(vendor("v1"));
        assertThat(state()).isEqualTo(State.READY);
        assertThat(seconds()).containsExactly(0L);
    }

    @Test
    void asksForWhatItMissedAfterALoss() {
        connection.answer(WHOLE_HOUR, answer("v1", point(-10, 5), point(0, 5)));
        model.select(vendor("v1"));
        lose();
        clock.advance(Duration.ofMinutes(5));
        hear("v1", 300);
        connection.answer(
                "/api/vendors/v1/trail?since=2026-11-20T12:00:00Z",
                answer("v1", point(0, 5), point(100, 5), point(200, 5)));
        comeBack();
        assertThat(seconds()).containsExactly(-10L, 0L, 100L, 200L, 300L);
        assertThat(state()).isEqualTo(State.READY);
    }

    @Test
    void asksForAllThatItMissedInSeveralLosses() {
        connection.answer(WHOLE_HOUR, answer("v1", point(0, 5)));
        model.select(vendor("v1"));
        lose();
        CompletableFuture<VendorTrail> never =
                answerLater("/api/vendors/v1/trail?since=2026-11-20T12:00:00Z");
        comeBack();
        hear("v1", 60);
        lose();
        comeBack();
        assertThat(connection.asked().getLast()).endsWith("since=2026-11-20T12:00:00Z");
        assertThat(never).isNotDone();
    }

    @Test
    void asksForTheWholeHourAfterALossThatItKnewNothingBefore() {
        model.select(vendor("v1"));
        lose();
        connection.answer(WHOLE_HOUR, answer("v1", point(-20, 5)));
        comeBack();
        assertThat(seconds()).containsExactly(-20L, 0L);
    }

    @Test
    void doesNotAskBecauseALatencyIsToldOrNobodyIsSelected() {
        lose();
        comeBack();
        connection.answer(WHOLE_HOUR, answer("v1"));
        model.select(vendor("v1"));
        connection.become(new ConnectionState.Live(Duration.ofMillis(4)));
        assertThat(connection.asked()).containsExactly(WHOLE_HOUR);
    }

    @Test
    void dropsWhatIsOlderThanAnHour() {
        connection.answer(WHOLE_HOUR, answer("v1", point(-3_590, 5), point(-3_000, 5)));
        model.select(vendor("v1"));
        clock.advance(Duration.ofSeconds(20));
        model.tick();
        assertThat(seconds()).containsExactly(-3_000L, 0L);
        clock.advance(Duration.ofHours(2));
        model.tick();
        assertThat(model.trailProperty().get()).isEqualTo(Trail.NONE);
        assertThat(state()).isEqualTo(State.READY);
    }

    @Test
    void endsTheHourWithAFixThatIsAheadOfThisClock() {
        connection.answer(WHOLE_HOUR, answer("v1"));
        model.select(vendor("v1"));
        assertThat(model.end()).isEqualTo(NOON);
        hear("v1", 40);
        assertThat(model.end()).isEqualTo(NOON.plusSeconds(40));
        assertThat(model.start()).isEqualTo(NOON.minusSeconds(3_560));
    }

    @Test
    void tellsTheTimeOnceASecond() {
        clock.advance(Duration.ofMillis(300));
        model.tick();
        assertThat(model.nowProperty().get()).isEqualTo(NOON);
        clock.advance(Duration.ofMillis(700));
        model.tick();
        assertThat(model.nowProperty().get()).isEqualTo(NOON.plusSeconds(1));
    }

    private CompletableFuture<VendorTrail> answerLater(String path) {
        CompletableFuture<VendorTrail> coming = new CompletableFuture<>();
        connection.answer(path, coming);
        return coming;
    }

    private void refuse(ErrorCode code, String reason) {
        connection.answer(
                WHOLE_HOUR, CompletableFuture.failedFuture(new RefusedException(code, reason)));
    }

    private void lose() {
        connection.become(new ConnectionState.Connecting(NOON));
    }

    private void comeBack() {
        connection.become(new ConnectionState.Live(null));
    }

    private void hear(String id, int second) {
        vendors.hear(List.of(moving(id, 52 + second / 1e5, 21, 5, 0, NOON.plusSeconds(second))));
    }

    private Vendor vendor(String id) {
        return vendors.find(new VendorId(id)).orElseThrow();
    }

    private State state() {
        return model.stateProperty().get();
    }

    private List<Long> seconds() {
        return model.trailProperty().get().fixes().stream()
                .map(fix -> Duration.between(NOON, fix.timestamp()).toSeconds())
                .toList();
    }
}
