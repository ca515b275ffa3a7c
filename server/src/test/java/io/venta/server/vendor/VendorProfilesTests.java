package io.venta.server.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.model.location.VendorId;
import io.venta.model.vendor.VendorReport;
import io.venta.model.vendor.VendorUpdate;
import io.venta.server.RecordingChannel;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.LastKnownValues;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.StubValues;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VendorProfilesTests {

    private static final VendorId V1 = new VendorId("v1");

    private final SettableClock clock = new SettableClock();
    private final RecordingChannel channel = new RecordingChannel();
    private final LastKnownValues lastKnown = StubValues.inMemory();
    private final VendorProfiles profiles =
            new VendorProfiles(lastKnown, new JsonPayloads(), channel.template(), clock);

    @Test
    void publishesAFirstProfile() {
        profiles.report(V1, new VendorReport(V1, "Anna", "Ice cream", "truck", true));

        assertThat(channel.destinations()).containsExactly("/topic/vendor.v1");
        assertThat(channel.payloads())
                .containsExactly(
                        new VendorUpdate(
                                V1, "Anna", "Ice cream", "truck", true, SettableClock.START));
    }

    @Test
    void asksForANameTheFirstTime() {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> profiles.report(V1, open(true)))
                .returns(ErrorCode.INVALID_MESSAGE, RejectedMessageException::code);
        assertThat(channel.sent()).isEmpty();
    }

    @Test
    void laysAReportOverWhatIsKnown() {
        know("Anna", "Ice cream", SettableClock.START);
        clock.advance(Duration.ofSeconds(5));

        profiles.report(V1, open(false));

        assertThat(last())
                .isEqualTo(new VendorUpdate(V1, "Anna", "Ice cream", null, false, clock.instant()));
    }

    @Test
    void replacesWhatIsReportedAnew() {
        know("Anna", "Ice cream", SettableClock.START);

        profiles.report(V1, new VendorReport(null, "Anna & Co", "", null, null));

        assertThat(last().name()).isEqualTo("Anna & Co");
        assertThat(last().description()).isEmpty();
    }

    @Test
    void neverGoesBackInTime() {
        know("Anna", null, SettableClock.START.plusSeconds(30));

        profiles.report(V1, open(true));

        assertThat(last().timestamp()).isAfter(SettableClock.START.plusSeconds(30));
    }

    @Test
    void tellsTwoReportsOfOneMomentApart() {
        know("Anna", null, SettableClock.START);

        profiles.report(V1, open(true));

        assertThat(last().timestamp()).isAfter(SettableClock.START);
    }

    @Test
    void findsProfilesByTheirVendors() {
        know("Anna", null, SettableClock.START);

        assertThat(profiles.find(V1)).map(VendorUpdate::name).contains("Anna");
        assertThat(profiles.find(new VendorId("v2"))).isEmpty();
        assertThat(profiles.findAll(List.of(V1, new VendorId("v2")))).containsOnlyKeys(V1);
        assertThat(profiles.page(null, 10)).hasSize(1);
        assertThat(profiles.page(V1, 10)).isEmpty();
    }

    private VendorUpdate last() {
        return (VendorUpdate) channel.payloads().getLast();
    }

    private static VendorReport open(boolean open) {
        return new VendorReport(null, null, null, null, open);
    }

    private void know(String name, @Nullable String description, Instant since) {
        var more = description == null ? "" : ",\"description\":\"" + description + '"';
        var body =
                "{\"vendorId\":\"v1\",\"name\":\"%s\",\"timestamp\":\"%s\"%s}"
                        .formatted(name, since, more);
        lastKnown.keep("vendor", List.of(new RetainedValue("v1", since, body.getBytes(UTF_8))));
    }
}
