package io.venta.desktop.details.notify;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.RefusedException;
import io.venta.desktop.details.notify.Letter.Stage;
import io.venta.desktop.fx.Moments;
import io.venta.desktop.vendor.Vendor;
import io.venta.model.location.VendorId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the user writes to the selected vendor. Each vendor's letter is its own, so that none goes
 * to another one: whoever comes back finds it as it was left. JavaFX thread only.
 */
public final class NotifyViewModel {

    // Properties

    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Letter> letter = new ReadOnlyObjectWrapper<>();

    private final GatewayConnection connection;
    private final Executor fx;
    private final Clock clock;
    private final Moments moments;
    private final Map<VendorId, Letter> letters = new HashMap<>();
    private @Nullable Vendor vendor;

    /**
     * @param connection whose user sends
     * @param fx the JavaFX thread
     */
    public NotifyViewModel(GatewayConnection connection, Executor fx, Clock clock) {
        this.connection = connection;
        this.fx = fx;
        this.clock = clock;
        this.moments = new Moments(clock);
        connection.onState(state -> fx.execute(this::tellWhoWaits));
    }

    /** Whether the form is in sight. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** What is written to the selected vendor; null where nobody is. */
    ReadOnlyObjectProperty<@Nullable Letter> letterProperty() {
        return letter.getReadOnlyProperty();
    }

    // Commands

    /** To whom; null for nobody. */
    public void select(@Nullable Vendor next) {
        letters.values().removeIf(Letter::isBlank);
        vendor = next;
        letter.set(next == null ? null : letters.computeIfAbsent(next.id(), Letter::new));
        Letter there = letter.get();
        open.set(there != null && !there.isBlank());
    }

    /** Sends it, once: while it is under way nothing happens. */
    void send() {
        Letter written = letter.get();
        Vendor to = vendor;
        if (written == null || to == null || !written.readyProperty().get()) {
            return;
        }
        var request = written.request(text("notify.description", to.name()));
        tellWhereItIs(written);
        var unused =
                connection
                        .post(request)
                        .whenComplete((taken, problem) -> fx.execute(() -> done(written, problem)));
    }

    private void done(Letter written, @Nullable Throwable problem) {
        if (problem == null) {
            written.sent(text("notify.sent", moments.brief(clock.instant())));
        } else {
            written.become(Stage.FAILED, words(problem));
        }
    }

    private void tellWhoWaits() {
        letters.values().stream()
                .filter(each -> each.stage().underWay())
                .forEach(this::tellWhereItIs);
    }

    private void tellWhereItIs(Letter written) {
        boolean live = connection.state() instanceof ConnectionState.Live;
        written.become(
                live ? Stage.SENDING : Stage.WAITING,
                text(live ? "notify.sending" : "notify.waiting"));
    }

    /** What happened, and the one thing to try. */
    private static String words(Throwable problem) {
        Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
        if (cause instanceof CancellationException) {
            return text("notify.cancelled");
        }
        if (cause instanceof RefusedException refusal) {
            String then =
                    switch (refusal.code()) {
                        case AUTHORIZATION_FAILED -> "notify.refused.role";
                        case INVALID_MESSAGE -> "notify.refused.words";
                        default -> "notify.refused.later";
                    };
            return text("notify.refused", refusal.reason(), text(then));
        }
        return text("notify.failed");
    }
}
