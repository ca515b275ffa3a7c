package io.venta.desktop.vendor;

import static io.venta.desktop.vendor.Updates.NOON;
import static io.venta.desktop.vendor.Updates.fix;
import static io.venta.desktop.vendor.Updates.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.desktop.connection.GatewayMessage;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.model.Destinations;
import io.venta.model.MessageType;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorRemoved;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VendorFeedTests {

    private final RecordingConnection connection = new RecordingConnection();
    private final Vendors vendors = new Vendors(new TestClock());

    @BeforeEach
    void subscribe() {
        new VendorFeed(vendors, Runnable::run).subscribe(connection);
    }

    @Test
    void forgetsWhomTheGatewayNoLongerKnowsAfterAReconnect() {
        retained(fix("stays", 1, 2, NOON));
        retained(fix("goes", 1, 2, NOON.plusSeconds(9)));
        hearProfile("goes");
        caughtUp();
        assertThat(ids()).containsExactly("stays", "goes");
        connection.subscribeAgain();
        retained(fix("stays", 1, 2, NOON));
        assertThat(ids()).containsExactly("stays", "goes");
        caughtUp();
        assertThat(ids()).containsExactly("stays");
        assertThat(vendors.newestFixProperty().get()).isEqualTo(NOON);
    }

    @Test
    void keepsWhoHasOnlyAProfileWhileTheGatewayKnowsIt() {
        hearProfile("announced");
        caughtUp();
        connection.subscribeAgain();
        hearProfile("announced");
        caughtUp();
        assertThat(ids()).containsExactly("announced");
        connection.subscribeAgain();
        caughtUp();
        assertThat(ids()).isEmpty();
    }

    @Test
    void countsNothingFromAnAttemptThatBroke() {
        retained(fix("goes", 1, 2, NOON));
        caughtUp();
        connection.subscribeAgain();
        retained(fix("goes", 1, 2, NOON));
        connection.subscribeAgain();
        caughtUp();
        assertThat(ids()).isEmpty();
    }

    @Test
    void hearsThatAVendorIsRemoved() {
        retained(fix("goes", 1, 2, NOON));
        caughtUp();
        var removed = new VendorRemoved(new VendorId("goes"));
        connection.deliver(
                Destinations.ALL_LOCATIONS,
                new GatewayMessage(MessageType.VENDOR_REMOVED, false, removed));
        assertThat(ids()).isEmpty();
    }

    private void retained(LocationUpdate update) {
        connection.deliver(
                Destinations.ALL_LOCATIONS,
                new GatewayMessage(MessageType.LOCATION_UPDATED, true, update));
    }

    private void hearProfile(String id) {
        connection.deliver(
                Destinations.ALL_VENDORS,
                new GatewayMessage(MessageType.VENDOR_UPDATED, true, profile(id, id, "Cart")));
    }

    private void caughtUp() {
        connection.caughtUp(Destinations.ALL_VENDORS);
        connection.caughtUp(Destinations.ALL_LOCATIONS);
    }

    private List<String> ids() {
        return vendors.all().stream().map(vendor -> vendor.id().value()).toList();
    }
}
