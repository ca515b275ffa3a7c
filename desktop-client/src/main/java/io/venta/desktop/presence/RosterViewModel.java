package io.venta.desktop.presence;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.fx.NaturalOrder;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.location.VendorId;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresenceKind;
import io.venta.model.presence.PresenceStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * The roster: vendors and users with their devices, by name; without a filter those who are here.
 * Where the gateway names nobody because they are too many, it tells how many there are and shows
 * those searched or selected. JavaFX thread only.
 */
public final class RosterViewModel {

    // Properties

    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<PresenceKind> kind =
            new SimpleObjectProperty<>(PresenceKind.VENDOR);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableSet<PresenceStatus> statuses =
            FXCollections.observableSet(EnumSet.noneOf(PresenceStatus.class));
    private final ObservableList<RosterRow> shown = FXCollections.observableArrayList();
    private final BooleanProperty outOfDate = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper degraded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Instant> now;

    private final InstantSource clock;
    private final People people;
    private final OwnPresence own;
    private final Comparator<RosterRow> order =
            Comparator.comparing(RosterRow::name, new NaturalOrder()).thenComparing(RosterRow::id);
    private @Nullable VendorId selected;

    /**
     * @param vendors whose names it shows
     * @param fx the JavaFX thread
     * @param pulse the same, once a frame
     */
    public RosterViewModel(
            Vendors vendors,
            GatewayConnection connection,
            Executor fx,
            Executor pulse,
            InstantSource clock) {
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
        this.people = new People(vendors, connection, pulse, clock);
        this.own = new OwnPresence(connection, clock);
        connection.onState(state -> fx.execute(() -> own.connectionIs(state)));
        own.connectionIs(connection.state());
        InvalidationListener arrange = change -> arrange();
        kind.addListener(arrange);
        query.addListener(arrange);
        statuses.addListener(arrange);
        open.addListener(arrange);
        for (PresenceKind each : PresenceKind.values()) {
            people.of(each).revisionProperty().addListener(change -> changed());
        }
    }

    /** Whether the roster is in sight. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Which of the two it shows. */
    public ObjectProperty<PresenceKind> kindProperty() {
        return kind;
    }

    /** What the user searches for. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Which statuses are shown; none chosen: whoever is here, or is searched for. */
    public ObservableSet<PresenceStatus> statuses() {
        return statuses;
    }

    /** The rows, from the top. */
    public ObservableList<RosterRow> shown() {
        return shown;
    }

    /** Whether what is shown may have changed unheard. */
    public BooleanProperty outOfDateProperty() {
        return outOfDate;
    }

    /** Whether others may be here, unseen by the node that answers. */
    public ReadOnlyBooleanProperty degradedProperty() {
        return degraded.getReadOnlyProperty();
    }

    /** Grows whenever anybody's presence changed. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** What this device says of itself. */
    public OwnPresence own() {
        return own;
    }

    /** How present a vendor is; empty where nothing is known. */
    public Optional<PresenceEntry> presenceOf(VendorId vendor) {
        return people.of(PresenceKind.VENDOR).find(vendor.value());
    }

    /** Users who look at a vendor, by name, without the one who asks. */
    public List<String> viewersOf(VendorId vendor, String self) {
        return people.viewersOf(vendor, self);
    }

    /** How many of one kind are connected. */
    public int here(PresenceKind of) {
        return counts(of).entrySet().stream()
                .filter(count -> count.getKey() != PresenceStatus.OFFLINE)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    Map<PresenceStatus, Integer> counts(PresenceKind of) {
        return people.of(of).counts();
    }

    /** Why nobody is listed, in words. */
    String emptiness() {
        if (!query.get().isBlank()) {
            return text("roster.no-matches", query.get().strip());
        }
        if (people.of(kind.get()).tooMany()) {
            return text("roster.too-many");
        }
        return text(statuses.isEmpty() ? "roster.nobody" : "roster.nobody-so");
    }

    // Commands

    /** Shows or hides those of a status. */
    void toggle(PresenceStatus status) {
        if (!statuses.remove(status)) {
            statuses.add(status);
        }
    }

    /** A vendor is looked at, or none. */
    public void select(@Nullable VendorId vendor) {
        selected = vendor;
        own.view(vendor);
        arrange();
    }

    /**
     * Lets time pass; called once a second.
     *
     * @param inSight vendors that are in sight elsewhere
     */
    public void tick(Collection<VendorId> inSight) {
        now.set(clock.instant());
        own.tick();
        people.watch(PresenceKind.USER, listed(PresenceKind.USER).toList());
        people.watch(
                PresenceKind.VENDOR,
                Stream.of(
                                Stream.ofNullable(selected).map(VendorId::value),
                                listed(PresenceKind.VENDOR),
                                inSight.stream().map(VendorId::value))
                        .flatMap(ids -> ids)
                        .toList());
    }

    private Stream<String> listed(PresenceKind of) {
        if (!open.get() || kind.get() != of) {
            return Stream.empty();
        }
        return query.get().isBlank()
                ? shown.stream().map(RosterRow::id)
                : people.find(of, query.get()).map(PresenceEntry::id);
    }

    private void changed() {
        degraded.set(people.degraded());
        arrange();
        revision.set(revision.get() + 1);
    }

    private void arrange() {
        if (!open.get()) {
            return;
        }
        List<RosterRow> rows =
                people.find(kind.get(), query.get())
                        .map(people::row)
                        .filter(this::isWanted)
                        .sorted(order)
                        .toList();
        if (!ids(rows).equals(ids(shown))) {
            shown.setAll(rows);
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(shown.get(i))) {
                shown.set(i, rows.get(i));
            }
        }
    }

    private boolean isWanted(RosterRow row) {
        boolean searching = !query.get().isBlank();
        boolean counted = people.of(kind.get()).tooMany();
        boolean one = selected != null && selected.value().equals(row.id());
        if (counted && !searching && !one) {
            return false;
        }
        return statuses.isEmpty()
                ? searching || counted || row.status() != PresenceStatus.OFFLINE
                : row.known() && statuses.contains(row.status());
    }

    private static List<String> ids(List<RosterRow> rows) {
        return rows.stream().map(RosterRow::id).toList();
    }
}
