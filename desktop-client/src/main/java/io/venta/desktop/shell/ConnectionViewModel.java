package io.venta.desktop.shell;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.OutboundItem;
import io.venta.desktop.connection.QualityReport;
import io.venta.desktop.connection.RefusedException;
import io.venta.desktop.fx.Ages;
import io.venta.model.session.DeviceSession;
import io.venta.model.session.DeviceSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * How good the connection is, what waits to be sent over it, and when the sign-in ends. JavaFX
 * thread only.
 */
final class ConnectionViewModel {

    /** From when on the user is told that the sign-in ends. */
    private static final Duration WARNING = Duration.ofMinutes(5);

    private static final Duration MOMENT = Duration.ofSeconds(1);

    // Properties

    private final ReadOnlyObjectWrapper<QualityReport> quality;
    private final ReadOnlyStringWrapper node = new ReadOnlyStringWrapper("");
    private final BooleanProperty watched = new SimpleBooleanProperty();
    private final ObservableList<OutboundItem> outbound = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ending = new ReadOnlyStringWrapper("");
    private final StringProperty token = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper renewing = new ReadOnlyBooleanWrapper();

    private final GatewayConnection connection;
    private final Executor fx;
    private final Clock clock;
    private @Nullable String asked;

    ConnectionViewModel(GatewayConnection connection, Executor fx, Clock clock) {
        this.connection = connection;
        this.fx = fx;
        this.clock = clock;
        this.quality = new ReadOnlyObjectWrapper<>(connection.quality());
        connection.outbound().onChange(() -> fx.execute(this::showOutbound));
        watched.subscribe(is -> tick());
    }

    ReadOnlyObjectProperty<QualityReport> qualityProperty() {
        return quality.getReadOnlyProperty();
    }

    /** Which node of the server the session is on; empty while that is not known. */
    ReadOnlyStringProperty nodeProperty() {
        return node.getReadOnlyProperty();
    }

    /** Whether somebody looks at the details: only then the server is asked for its node. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    /** What has not reached the server, in order. */
    ObservableList<OutboundItem> outbound() {
        return outbound;
    }

    /** How much that is, in words; empty if nothing is. */
    ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** That the sign-in ends soon, in words; empty while it does not. */
    ReadOnlyStringProperty endingProperty() {
        return ending.getReadOnlyProperty();
    }

    /** A token that the user pasted. */
    StringProperty tokenProperty() {
        return token;
    }

    /** Why the server did not take it. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Whether the server is being asked. */
    ReadOnlyBooleanProperty renewingProperty() {
        return renewing.getReadOnlyProperty();
    }

    Instant now() {
        return clock.instant();
    }

    // Commands

    /** Takes one away that has not been sent. */
    void cancel(UUID id) {
        connection.outbound().cancel(id);
    }

    /** Takes all away that have not been sent. */
    void cancelAll() {
        connection.outbound().cancelAll();
    }

    /** How many would be lost if the user left now. */
    long unsent() {
        return outbound.stream().filter(OutboundItem::pending).count();
    }

    /** Goes on by the pasted token. */
    void renew() {
        String pasted = token.get().strip().replaceFirst("^[Bb]earer\\s+", "");
        if (pasted.isEmpty() || renewing.get()) {
            return;
        }
        refusal.set("");
        renewing.set(true);
        var unused =
                connection
                        .renewSignIn(pasted)
                        .whenComplete((taken, failure) -> fx.execute(() -> renewed(failure)));
    }

    /** Lets time pass. */
    void tick() {
        quality.set(connection.quality());
        showOutbound();
        ending.set(
                connection
                        .signInLeft()
                        .filter(left -> left.compareTo(WARNING) <= 0)
                        .map(ConnectionViewModel::ending)
                        .orElse(""));
        String session = quality.get().session();
        if (!Objects.equals(session, asked)) {
            node.set("");
        }
        if (watched.get() && session != null && !session.equals(asked)) {
            asked = session;
            askForNode(session);
        }
    }

    private void askForNode(String session) {
        var unused =
                connection
                        .ask("/api/sessions", DeviceSessions.class)
                        .thenAcceptAsync(
                                all ->
                                        all.sessions().stream()
                                                .filter(own -> own.session().equals(session))
                                                .map(DeviceSession::node)
                                                .findFirst()
                                                .ifPresent(node::set),
                                fx);
    }

    private void renewed(@Nullable Throwable failure) {
        renewing.set(false);
        if (failure == null) {
            token.set("");
            tick();
            return;
        }
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        refusal.set(
                cause instanceof RefusedException refused
                        ? text("sign-in.refused", refused.reason())
                        : text("sign-in.unreachable"));
    }

    private void showOutbound() {
        List<OutboundItem> items = connection.outbound().items();
        if (!items.equals(outbound)) {
            outbound.setAll(items);
        }
        long pending = items.stream().filter(this::waits).count();
        long lost = items.size() - unsent();
        waiting.set(
                pending > 0
                        ? text("outbound.waiting", pending)
                        : lost > 0 ? text("outbound.not-sent", lost) : "");
    }

    /** What goes out in a moment is no news. */
    private boolean waits(OutboundItem item) {
        boolean fresh =
                quality.get().connectedSince() != null
                        && item.since().plus(MOMENT).isAfter(clock.instant());
        return item.pending() && !fresh;
    }

    private static String ending(Duration left) {
        // A minute that has begun counts, so that it never says 0 min.
        long seconds = Math.max(0, left.toSeconds());
        Duration shown = seconds < 60 ? left : Duration.ofMinutes((seconds + 59) / 60);
        return left.isPositive() ? text("sign-in.ends", Ages.format(shown)) : text("sign-in.over");
    }
}
