package io.venta.desktop.presence;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayConnection;
import io.venta.model.Destinations;
import io.venta.model.location.VendorId;
import io.venta.model.presence.ActivityType;
import io.venta.model.presence.PresenceActivity;
import io.venta.model.presence.PresenceReport;
import io.venta.model.presence.PresenceStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What this device says of itself: the status that the user chose, again with every connection;
 * which vendor is looked at, again and again while it is; that somebody is there at all, at real
 * input and at most once a minute. JavaFX thread only.
 */
public final class OwnPresence {

    /** Who goes through a list by keys looks at many in a moment; one of them is enough. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    private static final Duration VIEW_AGAIN = Duration.ofSeconds(20);
    private static final Duration ACTIVE_AGAIN = Duration.ofMinutes(1);

    /** Who has touched nothing for so long may well have left; saying on would hide that. */
    private static final Duration AWAKE = Duration.ofMinutes(5);

    private final ObjectProperty<PresenceStatus> status =
            new SimpleObjectProperty<>(PresenceStatus.ONLINE);
    private final GatewayConnection connection;
    private final InstantSource clock;
    private @Nullable VendorId viewed;
    private Instant touchedAt;
    private Instant saidAt = Instant.MIN;
    private boolean changed;
    private boolean live;

    OwnPresence(GatewayConnection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
        this.touchedAt = clock.instant();
        status.addListener((property, before, now) -> report());
    }

    /** What the user says: ONLINE, AWAY or BUSY. */
    public ObjectProperty<PresenceStatus> statusProperty() {
        return status;
    }

    /** Looks at a vendor, or at none. */
    public void view(@Nullable VendorId vendor) {
        viewed = vendor;
        changed = true;
        if (isDue(LEAST)) {
            say();
        }
    }

    /** The user moved the mouse or pressed a key. */
    public void touched() {
        touchedAt = clock.instant();
        if (isDue(viewed == null ? ACTIVE_AGAIN : VIEW_AGAIN)) {
            say();
        }
    }

    /** Once a second. */
    void tick() {
        boolean awake = touchedAt.plus(AWAKE).isAfter(clock.instant());
        if (changed || (viewed != null && awake && isDue(VIEW_AGAIN))) {
            say();
        }
    }

    /** A new connection knows nothing of this yet. */
    void connectionIs(ConnectionState state) {
        boolean before = live;
        live = state instanceof ConnectionState.Live;
        if (live && !before) {
            if (status.get() != PresenceStatus.ONLINE) {
                report();
            }
            saidAt = Instant.MIN;
            tick();
        }
    }

    private boolean isDue(Duration pause) {
        return !clock.instant().isBefore(saidAt.plus(pause));
    }

    private void report() {
        connection.send(Destinations.PRESENCE_REPORT, new PresenceReport(status.get()));
    }

    private void say() {
        PresenceActivity activity =
                viewed == null
                        ? new PresenceActivity(ActivityType.ACTIVE, null)
                        : new PresenceActivity(ActivityType.VIEWING, "vendor." + viewed.value());
        if (connection.send(Destinations.PRESENCE_ACTIVITY, activity)) {
            saidAt = clock.instant();
            changed = false;
        }
    }
}
