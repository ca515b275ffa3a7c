package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.OutboundRequest;
import io.venta.desktop.connection.QualityReport;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.RefusedException;
import io.venta.desktop.vendor.TestClock;
import io.venta.model.ErrorCode;
import io.venta.model.presence.PresenceStatus;
import io.venta.model.session.DeviceSession;
import io.venta.model.session.DeviceSessions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionViewModelTests {

    private final TestClock clock = new TestClock();
    private final RecordingConnection connection = new RecordingConnection();
    private final ConnectionViewModel model =
            new ConnectionViewModel(connection, Runnable::run, clock);

    @Test
    void countsWhatWaits() {
        assertThat(model.waitingProperty().get()).isEmpty();
        CompletableFuture<Void> one = waits("one");
        CompletableFuture<Void> two = waits("two");
        assertThat(model.waitingProperty().get()).isEqualTo("2 waiting");
        assertThat(model.unsent()).isEqualTo(2);
        model.cancel(model.outbound().getFirst().id());
        assertThat(one).isCancelled();
        model.cancelAll();
        assertThat(two).isCancelled();
        assertThat(model.waitingProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT5M1S,''", "PT5M,in 5", "PT3M20S,in 4", "PT45S,in 45", "PT-1S,has ended"})
    void warnsBeforeTheSignInEnds(Duration left, String words) {
        connection.signInEndsIn(left);
        model.tick();
        assertThat(model.endingProperty().get().isEmpty()).isEqualTo(words.isEmpty());
        assertThat(model.endingProperty().get()).contains(words);
    }

    @Test
    void goesOnByAPastedToken() {
        connection.signInEndsIn(Duration.ofMinutes(1));
        model.tick();
        model.tokenProperty().set(" Bearer newer ");
        model.renew();
        assertThat(connection.renewals()).containsExactly("newer");
        assertThat(model.tokenProperty().get()).isEmpty();
        assertThat(model.endingProperty().get()).isEmpty();
        model.renew();
        assertThat(connection.renewals()).hasSize(1);
    }

    @Test
    void saysWhyATokenIsRefused() {
        connection.refuseTokens(
                new RefusedException(
                        ErrorCode.AUTHORIZATION_FAILED, "The token is another user's"));
        model.tokenProperty().set("other");
        model.renew();
        assertThat(model.refusalProperty().get()).contains("another user's");
        assertThat(model.tokenProperty().get()).isEqualTo("other");
        assertThat(model.renewingProperty().get()).isFalse();
    }

    @Test
    void asksForTheNodeOnceSomebodyLooks() {
        connection.answer(
                "/api/sessions",
                new DeviceSessions(List.of(session("other", "node-1"), session("mine", "node-2"))));
        in("mine");
        assertThat(connection.asked()).isEmpty();
        model.watchedProperty().set(true);
        model.tick();
        assertThat(model.nodeProperty().get()).isEqualTo("node-2");
        assertThat(connection.asked()).hasSize(1);
        in("other");
        assertThat(model.nodeProperty().get()).isEqualTo("node-1");
        in(null);
        assertThat(model.nodeProperty().get()).isEmpty();
    }

    private void in(@org.jspecify.annotations.Nullable String session) {
        connection.measured(new QualityReport(List.of(), null, null, null, null, 0, session));
        model.tick();
    }

    private DeviceSession session(String id, String node) {
        return new DeviceSession(
                id,
                "ann",
                null,
                "d",
                null,
                PresenceStatus.ONLINE,
                node,
                "127.0.0.1",
                clock.instant(),
                null,
                1);
    }

    private CompletableFuture<Void> waits(String what) {
        return connection.waits(OutboundRequest.of(what, "/api/notifications", what));
    }
}
