package io.venta.desktop.details.trail;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.RefusedException;
import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Trail;
import io.venta.desktop.vendor.Vendor;
import io.venta.model.ErrorCode;
import io.venta.model.location.VendorTrail;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * The last hour of one vendor: what the server kept of it, and what is heard since. Live fixes make
 * a trail whether or not the server answers; after a loss of the connection it is asked for what
 * was missed. Of several questions only the answer to the last one counts. JavaFX thread only.
 */
public final class TrailViewModel {

    /** How much of the hour is known. */
    public enum State {
        /** The server has been asked; what is heard meanwhile is there already. */
        LOADING,
        /** All that there is. */
        READY,
        /** Only what was heard: the server did not answer. */
        FAILED
    }

    // Properties

    private final ReadOnlyObjectWrapper<Trail> trail = new ReadOnlyObjectWrapper<>(Trail.NONE);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READY);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> now;

    private final GatewayConnection connection;
    private final Executor fx;
    private final InstantSource clock;
    private final ChangeListener<@Nullable Fix> hearing;
    private @Nullable Vendor vendor;
    private boolean live;
    private @Nullable Instant missedSince;
    private int question;

    /**
     * @param connection whose user asks
     * @param fx the JavaFX thread
     */
    public TrailViewModel(GatewayConnection connection, Executor fx, InstantSource clock) {
        this.connection = connection;
        this.fx = fx;
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(second());
        this.hearing = (property, before, fix) -> hear(fix);
        this.live = connection.state() instanceof ConnectionState.Live;
        connection.onState(next -> fx.execute(() -> connectionIs(next)));
    }

    /** Where the vendor was; {@link Trail#NONE} where nobody is selected or nothing known. */
    public ReadOnlyObjectProperty<Trail> trailProperty() {
        return trail.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why the server did not answer, in words; empty where it did. */
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The time, to the second. */
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** When the hour ends: now, or with the newest fix where this clock is behind. */
    Instant end() {
        return end(trail.get());
    }

    /** When the hour begins. */
    Instant start() {
        return end().minus(Trail.SPAN);
    }

    // Commands

    /** Another vendor's hour; null for nobody's. */
    public void select(@Nullable Vendor next) {
        Vendor before = vendor;
        if (before != null) {
            before.fixProperty().removeListener(hearing);
        }
        vendor = next;
        question++;
        missedSince = null;
        now.set(second());
        trail.set(Trail.NONE);
        settle(State.READY, "");
        if (next != null) {
            next.fixProperty().addListener(hearing);
            hear(next.fix());
            askForAll();
        }
    }

    /** Lets time pass; may be called as often as one likes. */
    public void tick() {
        now.set(second());
        keep(trail.get());
    }

    /** Asks again. */
    void retry() {
        if (state.get() == State.FAILED) {
            askForAll();
        }
    }

    private void askForAll() {
        settle(State.LOADING, "");
        ask(second().minus(Trail.SPAN));
    }

    private void ask(Instant since) {
        Vendor asked = vendor;
        if (asked == null) {
            return;
        }
        int mine = ++question;
        String path = "/api/vendors/" + asked.id().value() + "/trail?since=" + since;
        var unused =
                connection
                        .ask(path, VendorTrail.class)
                        .whenComplete(
                                (answer, problem) -> fx.execute(() -> take(mine, answer, problem)));
    }

    private void take(int answered, @Nullable VendorTrail answer, @Nullable Throwable problem) {
        if (answered != question) {
            return;
        }
        if (answer != null) {
            missedSince = null;
            keep(trail.get().and(Trail.of(answer)));
        }
        String words = problem == null ? "" : words(problem);
        settle(words.isEmpty() ? State.READY : State.FAILED, words);
    }

    /**
     * Who is unknown to the server, or whose server keeps no trails, has none: that is no error.
     */
    private static String words(Throwable problem) {
        Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
        if (cause instanceof RefusedException refusal) {
            return refusal.code() == ErrorCode.INVALID_MESSAGE
                    ? ""
                    : text("trail.refused", refusal.reason());
        }
        return text("trail.failed");
    }

    /** What was heard before a loss is noticed ends where that loss began: from there it lacks. */
    private void connectionIs(ConnectionState next) {
        boolean was = live;
        live = next instanceof ConnectionState.Live;
        Fix last = trail.get().last();
        if (was && !live && state.get() == State.READY && missedSince == null && last != null) {
            missedSince = last.timestamp();
        }
        if (!was && live && vendor != null) {
            comeBack();
        }
    }

    private void comeBack() {
        Instant missed = missedSince;
        if (missed == null || state.get() != State.READY || missed.isBefore(start())) {
            askForAll();
        } else {
            ask(missed);
        }
    }

    private void hear(@Nullable Fix fix) {
        if (fix != null) {
            keep(trail.get().and(fix));
        }
    }

    private void keep(Trail next) {
        trail.set(next.since(end(next).minus(Trail.SPAN)));
    }

    private Instant end(Trail of) {
        Fix last = of.last();
        return last != null && last.timestamp().isAfter(now.get()) ? last.timestamp() : now.get();
    }

    private void settle(State next, String words) {
        failure.set(words);
        state.set(next);
    }

    private Instant second() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
