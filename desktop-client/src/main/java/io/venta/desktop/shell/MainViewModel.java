package io.venta.desktop.shell;

import io.venta.desktop.alert.AlertViewModel;
import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.details.DetailsViewModel;
import io.venta.desktop.fleet.FleetViewModel;
import io.venta.desktop.fleet.export.FleetExport;
import io.venta.desktop.login.SignedIn;
import io.venta.desktop.map.MapViewModel;
import io.venta.desktop.notification.NotificationViewModel;
import io.venta.desktop.presence.RosterViewModel;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorFeed;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.Destinations;
import io.venta.model.location.VendorId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Everything a signed-in user has: the features' models, joined; the connection in words; the
 * clock. JavaFX thread only.
 */
public final class MainViewModel {

    // Properties

    private final ReadOnlyObjectWrapper<ConnectionStatus> status;
    private final ReadOnlyBooleanWrapper ended = new ReadOnlyBooleanWrapper();

    private final Clock clock;
    private final GatewayConnection connection;
    private final String server;
    private final Vendors vendors;
    private final FleetViewModel fleet;
    private final MapViewModel map;
    private final DetailsViewModel details;
    private final NotificationViewModel notifications;
    private final RosterViewModel roster;
    private final AlertViewModel alerts;
    private final Drawers drawers;
    private final ConnectionViewModel link;
    private final StatusFigures figures;
    private boolean degraded;

    /**
     * @param session who signed in
     * @param fx the JavaFX thread
     * @param pulse the same, once a frame
     */
    public MainViewModel(SignedIn session, Executor fx, Executor pulse, Clock clock) {
        this.clock = clock;
        this.figures = new StatusFigures(clock);
        this.connection = session.connection();
        this.server = session.server().toString();
        this.vendors = new Vendors(clock);
        this.fleet =
                new FleetViewModel(
                        vendors, pulse, new FleetExport(Thread::startVirtualThread, fx, clock));
        this.map = new MapViewModel(fleet.shown(), System::nanoTime);
        this.details = new DetailsViewModel(vendors, connection, fx, clock);
        this.notifications = new NotificationViewModel(connection, fx, clock);
        this.roster = new RosterViewModel(vendors, connection, fx, pulse, clock);
        this.alerts = new AlertViewModel(vendors, connection, fx, clock);
        alerts.selectedProperty().bind(fleet.selectedProperty());
        this.drawers =
                new Drawers(
                        roster.openProperty(), notifications.openProperty(), alerts.openProperty());
        this.link = new ConnectionViewModel(connection, fx, clock);
        this.status = new ReadOnlyObjectWrapper<>(status(connection.state()));
        map.selectedProperty().bindBidirectional(fleet.selectedProperty());
        details.selectedProperty().bindBidirectional(fleet.selectedProperty());
        map.trailProperty().bind(details.trailProperty());
        map.scrubbedProperty().bind(details.scrubbedProperty());
        vendors.all().addListener((InvalidationListener) change -> deselectTheGone());
        joinPresence();
        map.readyProperty().bind(vendors.caughtUpProperty());
        connection.onState(state -> fx.execute(() -> show(state)));
        connection.subscribe(Destinations.ERRORS, message -> fx.execute(() -> hear(message)));
        new VendorFeed(vendors, pulse).subscribe(connection);
        show(connection.state());
        tick();
    }

    /** The vendors, for those who repaint. */
    public Vendors vendors() {
        return vendors;
    }

    /** The list. */
    public FleetViewModel fleet() {
        return fleet;
    }

    /** The map. */
    public MapViewModel map() {
        return map;
    }

    /** All about the selected vendor. */
    public DetailsViewModel details() {
        return details;
    }

    /** The messages. */
    public NotificationViewModel notifications() {
        return notifications;
    }

    /** Who is here. */
    public RosterViewModel roster() {
        return roster;
    }

    /** How good the connection is, and what waits for it. */
    ConnectionViewModel link() {
        return link;
    }

    /** What the dispatcher is alerted to. */
    public AlertViewModel alerts() {
        return alerts;
    }

    /** Who is signed in. */
    public String user() {
        return connection.userName().orElse("");
    }

    /** Where the server is. */
    public String server() {
        return server;
    }

    /** Whether the connection is over, so that the user has to sign in again. */
    public ReadOnlyBooleanProperty endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** The figures of the status line. */
    StatusFigures figures() {
        return figures;
    }

    ReadOnlyObjectProperty<ConnectionStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Tries to connect now. */
    public void retryNow() {
        connection.retryNow();
    }

    /** Brings a vendor to the middle of the map. */
    public void centre(Vendor vendor) {
        map.centre(vendor);
    }

    /** Selects a vendor, where it is known. */
    public void select(VendorId vendor) {
        vendors.find(vendor).ifPresent(fleet.selectedProperty()::set);
    }

    /** What lies over the map's right edge, one at a time. */
    Drawers drawers() {
        return drawers;
    }

    /** Shows or hides the roster. */
    public void toggleRoster() {
        roster.openProperty().set(!roster.openProperty().get());
    }

    /** Shows or hides the notifications. */
    public void toggleNotifications() {
        notifications.openProperty().set(!notifications.openProperty().get());
    }

    /**
     * Lets time pass; called once a second.
     *
     * @param inSight the vendors whose rows can be seen
     */
    public void tick(Collection<Vendor> inSight) {
        roster.tick(inSight.stream().map(Vendor::id).toList());
        tellPresence();
        tick();
    }

    private void tick() {
        vendors.tick();
        fleet.tick();
        notifications.tick();
        link.tick();
        alerts.tick();
        show(connection.state());
        figures.tick(
                fleet.emptinessProperty().get() == FleetViewModel.Emptiness.LOADING,
                fleet.shown().size(),
                vendors.all().size(),
                vendors.newestFixProperty().get());
    }

    /** Ends the connection. */
    public void close() {
        connection.close();
    }

    private void joinPresence() {
        fleet.selectedProperty()
                .addListener(
                        (property, before, vendor) -> {
                            roster.select(vendor == null ? null : vendor.id());
                            tellViewers();
                        });
        roster.revisionProperty()
                .addListener(
                        (property, before, now) -> {
                            tellPresence();
                            tellViewers();
                        });
    }

    private void tellPresence() {
        vendors.present(id -> roster.presenceOf(id).orElse(null));
    }

    private void tellViewers() {
        Vendor vendor = fleet.selectedProperty().get();
        details.viewers()
                .setAll(vendor == null ? List.of() : roster.viewersOf(vendor.id(), user()));
    }

    private void deselectTheGone() {
        Vendor selected = fleet.selectedProperty().get();
        if (selected != null && vendors.find(selected.id()).isEmpty()) {
            fleet.selectedProperty().set(null);
        }
    }

    private void hear(GatewayMessage message) {
        switch (message.type()) {
            case SERVICE_DEGRADED -> degraded = true;
            case SERVICE_RESTORED -> degraded = false;
            default -> {}
        }
        show(connection.state());
    }

    private void show(ConnectionState state) {
        degraded &= state instanceof ConnectionState.Live;
        ConnectionStatus plain = status(state);
        ConnectionStatus next = degraded ? plain.degraded() : plain;
        status.set(next);
        ended.set(state instanceof ConnectionState.Ended);
        fleet.outOfDateProperty().set(next.outOfDate());
        map.outOfDateProperty().set(next.outOfDate());
        details.outOfDateProperty().set(next.outOfDate());
        roster.outOfDateProperty().set(next.outOfDate());
        alerts.outOfDateProperty().set(next.outOfDate());
    }

    private ConnectionStatus status(ConnectionState state) {
        return ConnectionStatus.of(state, clock.instant(), clock.getZone());
    }
}
