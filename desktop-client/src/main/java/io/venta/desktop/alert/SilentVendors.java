package io.venta.desktop.alert;

import io.venta.desktop.connection.GatewayConnection;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;
import io.venta.desktop.vendor.Vendors;
import io.venta.model.location.VendorId;
import io.venta.model.presence.PresenceEntry;
import io.venta.model.presence.PresencePage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether vendors are connected that have gone silent. Where so many are connected that the gateway
 * names only those on the screen, it is asked of the others, a hundred every few seconds, those
 * first whose answer is the oldest. What it does not answer stays unknown and is asked again.
 * JavaFX thread only.
 */
final class SilentVendors {

    private static final System.Logger LOG = System.getLogger(SilentVendors.class.getName());
    private static final String QUESTION = "/api/presence?vendors=";
    private static final int AT_ONCE = 100;
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration GOOD = Duration.ofMinutes(5);

    private record Answer(PresenceEntry entry, Instant at) {}

    private final Vendors vendors;
    private final GatewayConnection connection;
    private final Executor fx;
    private final Map<VendorId, Answer> answers = new HashMap<>();
    private Instant now = Instant.MIN;
    private Instant next = Instant.MIN;

    SilentVendors(Vendors vendors, GatewayConnection connection, Executor fx) {
        this.vendors = vendors;
        this.connection = connection;
        this.fx = fx;
    }

    /**
     * A second has passed.
     *
     * @param wanted whether anybody wants to know
     */
    void tick(Instant instant, boolean wanted) {
        now = instant;
        answers.values().removeIf(answer -> isOlder(answer, GOOD));
        if (wanted && !instant.isBefore(next)) {
            List<VendorId> due = due();
            if (!due.isEmpty()) {
                next = instant.plus(BETWEEN);
                ask(due);
            }
        }
    }

    /** What is known of a vendor's presence; null where nobody knows. */
    @Nullable PresenceEntry presenceOf(Vendor vendor) {
        PresenceEntry told = vendor.presenceProperty().get();
        if (told != null) {
            return told;
        }
        Answer answer = answers.get(vendor.id());
        return answer == null ? null : answer.entry();
    }

    private List<VendorId> due() {
        return vendors.all().stream()
                .filter(vendor -> vendor.presenceProperty().get() == null)
                .filter(vendor -> vendor.status() == VendorStatus.STALE)
                .map(Vendor::id)
                .filter(this::isDue)
                .sorted(Comparator.comparing(this::answeredAt))
                .limit(AT_ONCE)
                .toList();
    }

    private boolean isDue(VendorId id) {
        Answer answer = answers.get(id);
        return answer == null || isOlder(answer, FRESH);
    }

    private Instant answeredAt(VendorId id) {
        Answer answer = answers.get(id);
        return answer == null ? Instant.MIN : answer.at();
    }

    private boolean isOlder(Answer answer, Duration age) {
        return answer.at().plus(age).isBefore(now);
    }

    private void ask(List<VendorId> ids) {
        String list = ids.stream().map(VendorId::value).collect(Collectors.joining(","));
        var unused =
                connection
                        .ask(QUESTION + list, PresencePage.class)
                        .whenComplete((page, failure) -> fx.execute(() -> take(page, failure)));
    }

    private void take(@Nullable PresencePage page, @Nullable Throwable failure) {
        if (page == null) {
            LOG.log(System.Logger.Level.DEBUG, "Not told who is connected", failure);
            return;
        }
        for (PresenceEntry entry : page.entries()) {
            if (VendorId.isValid(entry.id())) {
                answers.put(new VendorId(entry.id()), new Answer(entry, now));
            }
        }
    }
}
