package io.venta.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParcelsTests {

    private final SettableClock clock = new SettableClock();
    private final Tally tally = new Tally();
    private final Parcels parcels = new Parcels(tally, clock);

    @Test
    void forgetsWhatIsAccepted() {
        parcels.accepted(parcels.leaves(parcel("a", "b")));
        assertThat(parcels.underWay()).isZero();
        assertThat(parcels.hasAgain()).isFalse();
    }

    @Test
    void sendsAgainWhenTheServerSays() {
        var receipt = parcels.leaves(parcel("a", "b"));
        parcels.refused(
                reply(ErrorCode.RATE_LIMIT_EXCEEDED, receipt, Map.of("retryAfterMs", 2_500)));
        assertThat(parcels.hasAgain()).isTrue();
        clock.advance(Duration.ofMillis(2_499));
        assertThat(parcels.nextAgain()).isNull();
        clock.advance(Duration.ofMillis(1));
        assertThat(parcels.nextAgain()).isEqualTo(new Parcels.Parcel(fixes("a", "b"), 2));
        assertThat(tally.refusedSoFar()).isZero();
    }

    @Test
    void givesUpAfterTenAttempts() {
        var receipt = parcels.leaves(new Parcels.Parcel(fixes("a", "b"), 10));
        parcels.refused(reply(ErrorCode.SERVICE_DEGRADED, receipt, null));
        assertThat(parcels.hasAgain()).isFalse();
        assertThat(tally.summary(Duration.ofSeconds(1))).contains("2 refused (SERVICE_DEGRADED 2)");
    }

    @Test
    void sendsTheOthersAgainWhereOneIsBad() {
        var receipt = parcels.leaves(parcel("a", "bad", "c"));
        parcels.refused(reply(ErrorCode.INVALID_MESSAGE, receipt, Map.of("index", 1)));
        assertThat(parcels.nextAgain()).isEqualTo(parcel("a", "c"));
        assertThat(tally.refusedSoFar()).isOne();
    }

    @Test
    void countsWhatWillNeverBeTaken() {
        var receipt = parcels.leaves(parcel("a", "b", "c"));
        parcels.refused(reply(ErrorCode.AUTHORIZATION_FAILED, receipt, null));
        assertThat(parcels.hasAgain()).isFalse();
        assertThat(parcels.underWay()).isZero();
        assertThat(tally.refusedSoFar()).isEqualTo(3);
    }

    @Test
    void sendsAgainWhatHadNoAnswerWhenTheConnectionEnded() {
        parcels.leaves(parcel("a"));
        parcels.accepted(parcels.leaves(parcel("b")));
        parcels.leaves(parcel("c"));
        parcels.lost();
        assertThat(parcels.underWay()).isZero();
        assertThat(parcels.nextAgain()).isEqualTo(parcel("a"));
        assertThat(parcels.nextAgain()).isEqualTo(parcel("c"));
    }

    private static ErrorReply reply(
            ErrorCode code, String receipt, @Nullable Map<String, Object> details) {
        return new ErrorReply(code, "no", code.retryable(), null, null, receipt, details);
    }

    private static Parcels.Parcel parcel(String... vendors) {
        return new Parcels.Parcel(fixes(vendors), 1);
    }

    private static List<LocationUpdate> fixes(String... vendors) {
        return List.of(vendors).stream()
                .map(
                        vendor ->
                                new LocationUpdate(
                                        new VendorId(vendor),
                                        new GeoPosition(1, 2),
                                        null,
                                        null,
                                        null,
                                        SettableClock.START))
                .toList();
    }
}
