package io.venta.desktop.alert;

import io.venta.desktop.alert.rule.Rule;
import io.venta.desktop.alert.rule.RuleDraft;
import io.venta.desktop.alert.rule.RuleKind;
import io.venta.desktop.alert.rule.Rules;
import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.location.VendorId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The alerts: what wants attention, what there was in this session, and the rules. Tells each alert
 * once, over the map and, while nobody looks at the window, by the system. JavaFX thread only.
 */
public final class AlertViewModel {

    /** What the drawer shows. */
    enum Part {
        /** What wants attention. */
        OPEN,
        /** What there was. */
        LOG,
        /** The rules. */
        RULES
    }

    // Properties

    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.OPEN);
    private final BooleanProperty outOfDate = new SimpleBooleanProperty(true);
    private final BooleanProperty muted = new SimpleBooleanProperty();
    private final BooleanProperty bySystem = new SimpleBooleanProperty(true);
    private final BooleanProperty inFront = new SimpleBooleanProperty(true);
    private final ObjectProperty<@Nullable Vendor> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Alert> picked = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper unacknowledged = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

    private final Vendors vendors;
    private final GatewayConnection connection;
    private final InstantSource clock;
    private final Rules rules = new Rules();
    private final AlertLog log = new AlertLog();
    private final SteadyList shown = new SteadyList(log.open());
    private final SteadyList logged = new SteadyList(log.entries());
    private final SilentVendors silent;
    private final Watch watch;
    private final Telling telling = new Telling();
    private Consumer<Announcement> toast = announcement -> {};
    private Consumer<Announcement> notice = announcement -> {};
    private Runnable sound = () -> {};
    private Set<VendorId> alerted = Set.of();

    /**
     * @param vendors against whom the rules are held
     * @param connection knows who acknowledges, and is asked who is connected
     * @param fx the JavaFX thread
     */
    public AlertViewModel(
            Vendors vendors, GatewayConnection connection, Executor fx, InstantSource clock) {
        this.vendors = vendors;
        this.connection = connection;
        this.clock = clock;
        this.silent = new SilentVendors(vendors, connection, fx);
        this.watch = new Watch(vendors, log, silent::presenceOf);
        telling.onWords(this::say);
        telling.onSound(this::alarm);
        open.addListener((property, before, is) -> opened(is));
        part.addListener(change -> catchUp());
        rules.all().addListener((InvalidationListener) change -> changed());
    }

    /** Whether the drawer is in sight. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether what is known may have changed unheard; then nothing begins. */
    public BooleanProperty outOfDateProperty() {
        return outOfDate;
    }

    /** Whether alerts make no sound. */
    public BooleanProperty mutedProperty() {
        return muted;
    }

    /** Whether the system tells them too, while the window is not in front. */
    public BooleanProperty bySystemProperty() {
        return bySystem;
    }

    /** Whether the user is at the window. */
    public BooleanProperty inFrontProperty() {
        return inFront;
    }

    /** The vendor that a rule for one is offered for. */
    public ObjectProperty<@Nullable Vendor> selectedProperty() {
        return selected;
    }

    /** The rules as a text that can be kept. */
    public StringProperty storedRulesProperty() {
        return rules.storedProperty();
    }

    /** How many nobody has acknowledged. */
    public ReadOnlyIntegerProperty unacknowledgedProperty() {
        return unacknowledged.getReadOnlyProperty();
    }

    ObjectProperty<Part> partProperty() {
        return part;
    }

    /** Grows with every change and every second. */
    ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    Rules rules() {
        return rules;
    }

    /** The one that the drawer was opened for. */
    ObjectProperty<@Nullable Alert> pickedProperty() {
        return picked;
    }

    /** What wants attention, as the drawer shows it. */
    SteadyList shown() {
        return shown;
    }

    /** What there was, as the drawer shows it. */
    SteadyList logged() {
        return logged;
    }

    ObservableList<Alert> alerts() {
        return log.open();
    }

    ObservableList<Alert> entries() {
        return log.entries();
    }

    int vendorCount() {
        return vendors.all().size();
    }

    Instant now() {
        return clock.instant();
    }

    /** What a vendor is called, by its id. */
    String nameOf(String id) {
        return Optional.of(id)
                .filter(VendorId::isValid)
                .flatMap(valid -> vendors.find(new VendorId(valid)))
                .map(Vendor::name)
                .orElse(id);
    }

    // Commands

    /** Who shows a message over the map. */
    public void onToast(Consumer<Announcement> show) {
        toast = show;
    }

    /** Who has the system show a message. */
    public void onNotice(Consumer<Announcement> show) {
        notice = show;
    }

    /** What to play when alerts begin. */
    public void onAlarm(Runnable play) {
        sound = play;
    }

    /** Shows or hides the drawer. */
    public void toggle() {
        open.set(!open.get());
    }

    /** Opens the drawer at the first of what was told. */
    public void show(Announcement told) {
        open.set(true);
        catchUp();
        Alert alert =
                told.about().stream()
                        .filter(log.open()::contains)
                        .findFirst()
                        .orElseGet(told.about()::getFirst);
        part.set(log.open().contains(alert) ? Part.OPEN : Part.LOG);
        picked.set(null);
        picked.set(alert);
    }

    /** Lets time pass; called once a second. */
    public void tick() {
        Instant now = clock.instant();
        boolean upToDate = !outOfDate.get() && vendors.caughtUpProperty().get();
        silent.tick(now, upToDate && rules.inForce(RuleKind.OFFLINE));
        List<Alert> begun = watch.tick(now, upToDate, rules.all());
        telling.tick(begun, now);
        changed();
    }

    void acknowledge(Collection<Alert> seen) {
        log.acknowledge(List.copyOf(seen), connection.userName().orElse(""), clock.instant());
        changed();
    }

    /** All that can be seen: nobody takes notice of what waits. */
    void acknowledgeAll() {
        acknowledge(shown.items());
    }

    RuleDraft draft(Rule rule) {
        return new RuleDraft(rule, vendors);
    }

    /** Whoever closes the drawer has seen what was in it. */
    private void opened(boolean is) {
        if (is) {
            part.set(Part.OPEN);
        } else {
            log.seen(shown.items());
            rules.forgetDeleted();
        }
        catchUp();
        changed();
    }

    private void catchUp() {
        shown.catchUp();
        logged.catchUp();
    }

    private void changed() {
        unacknowledged.set(Math.toIntExact(log.unacknowledged()));
        Set<VendorId> now = log.alerted();
        if (!now.equals(alerted)) {
            alerted = now;
            vendors.alert(now);
        }
        revision.set(revision.get() + 1);
    }

    private void say(Announcement announcement) {
        if (!open.get()) {
            toast.accept(announcement);
        }
        if (bySystem.get() && !inFront.get()) {
            notice.accept(announcement);
        }
    }

    private void alarm() {
        if (!muted.get()) {
            sound.run();
        }
    }
}
