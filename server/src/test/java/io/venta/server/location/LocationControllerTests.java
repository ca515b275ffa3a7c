package io.venta.server.location;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.model.location.LocationUpdate;
import io.venta.server.RecordingChannel;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.SettableClock;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocationControllerTests {

    private static final String HERE = "\"location\":{\"lat\":1,\"long\":2}";

    private final RecordingChannel channel = new RecordingChannel();
    private final List<Object> events = new ArrayList<>();
    private final List<String> spent = new ArrayList<>();
    private final LocationController controller =
            new LocationController(
                    new JsonPayloads(),
                    TestUsers.access(),
                    (user, kind, events) -> spent.add(kind + " " + events),
                    new LocationTracker(channel.template(), events::add),
                    new SettableClock());

    @Test
    void takesAVendorsOwnPosition() {
        report("{" + HERE + ",\"heading\":90}", TestUsers.vendor("v1"));

        assertThat(channel.destinations()).containsExactly("/topic/location.v1");
        var update = (LocationUpdate) channel.payloads().getFirst();
        assertThat(update.vendorId().value()).isEqualTo("v1");
        assertThat(update.heading()).isEqualTo(90);
        assertThat(update.timestamp()).isEqualTo(SettableClock.START);
        assertThat(events).containsExactly(new LocationAccepted(update.vendorId()));
    }

    @Test
    void spendsWhatAnArrayHoldsBeyondTheFirst() {
        var two = "[{\"vendorId\":\"a\"," + HERE + "},{\"vendorId\":\"b\"," + HERE + "}]";
        report(two, TestUsers.user(Role.SERVICE));

        assertThat(spent).containsExactly("LOCATION_REPORT 1");
    }

    @Test
    void keepsTheTimeOfTheFix() {
        report("{" + HERE + ",\"timestamp\":\"2026-03-01T11:59:00.5Z\"}", TestUsers.vendor("v1"));

        assertThat(((LocationUpdate) channel.payloads().getFirst()).timestamp())
                .isEqualTo(Instant.parse("2026-03-01T11:59:00.5Z"));
    }

    @Test
    void takesAServicesPositionsOfMany() {
        report(
                "[{\"vendorId\":\"a\"," + HERE + "},{\"vendorId\":\"b\"," + HERE + "}]",
                TestUsers.user(Role.SERVICE));

        assertThat(channel.destinations())
                .containsExactly("/topic/location.a", "/topic/location.b");
    }

    @Test
    void refusesOthersPositions() {
        var refusal = refusal("{\"vendorId\":\"v2\"," + HERE + "}", TestUsers.vendor("v1"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.AUTHORIZATION_FAILED);
        assertThat(refusal.reason()).contains("v2");
    }

    @Test
    void asksWhoseItIs() {
        assertThat(refusal("{" + HERE + "}", TestUsers.user(Role.SERVICE)).code())
                .isEqualTo(ErrorCode.INVALID_MESSAGE);
    }

    @Test
    void refusesFixesOfTheFuture() {
        var body = "{" + HERE + ",\"timestamp\":\"2026-03-01T12:01:00.001Z\"}";

        assertThat(refusal(body, TestUsers.vendor("v1")).code())
                .isEqualTo(ErrorCode.INVALID_MESSAGE);
    }

    @Test
    void takesAllOrNoneAndSaysWhichIsWrong() {
        var good = "{\"vendorId\":\"v1\"," + HERE + "}";
        var others = "{\"vendorId\":\"v2\"," + HERE + "}";
        var future = good.replace("}}", "},\"timestamp\":\"2099-01-01T00:00:00Z\"}");

        assertThat(refusal("[" + good + "," + others + "]", TestUsers.vendor("v1")).details())
                .containsEntry("index", 1);
        assertThat(refusal("[" + good + "," + good + "," + future + "]", vendor()).details())
                .containsEntry("index", 2);
    }

    @Test
    void refusesMoreThanAHundred() {
        var many = "[" + ("{" + HERE + "},").repeat(100) + "{" + HERE + "}]";

        assertThat(refusal(many, vendor()).details()).containsEntry("items", 101);
    }

    private static Principal vendor() {
        return TestUsers.vendor("v1");
    }

    private void report(String body, Principal user) {
        controller.report(body.getBytes(UTF_8), user);
    }

    private RejectedMessageException refusal(String body, Principal user) {
        var refusal =
                catchThrowableOfType(RejectedMessageException.class, () -> report(body, user));
        assertThat(channel.sent()).isEmpty();
        assertThat(events).isEmpty();
        return refusal;
    }
}
