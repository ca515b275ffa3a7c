package io.venta.server.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.server.RecordingChannel;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.StubValues;
import io.venta.testing.SettableClock;
import java.security.Principal;
import org.junit.jupiter.api.Test;

class VendorControllerTests {

    private final RecordingChannel channel = new RecordingChannel();
    private final JsonPayloads payloads = new JsonPayloads();
    private final VendorController controller =
            new VendorController(
                    payloads,
                    TestUsers.access(),
                    new VendorProfiles(
                            StubValues.inMemory(),
                            payloads,
                            channel.template(),
                            new SettableClock()));

    @Test
    void takesAVendorsWordForItself() {
        report("{\"name\":\"Anna\"}", TestUsers.vendor("v1"));

        assertThat(channel.destinations()).containsExactly("/topic/vendor.v1");
    }

    @Test
    void takesAServicesWordForAny() {
        report("{\"vendorId\":\"v7\",\"name\":\"Anna\"}", TestUsers.user(Role.SERVICE));

        assertThat(channel.destinations()).containsExactly("/topic/vendor.v7");
    }

    @Test
    void refusesAVendorsWordForOthers() {
        assertRefused(
                "{\"vendorId\":\"v2\",\"name\":\"Mine\"}",
                TestUsers.vendor("v1"),
                ErrorCode.AUTHORIZATION_FAILED);
    }

    @Test
    void asksAServiceWhomItMeans() {
        assertRefused(
                "{\"name\":\"Anna\"}", TestUsers.user(Role.SERVICE), ErrorCode.INVALID_MESSAGE);
    }

    @Test
    void refusesNamesThatAreBlankOrTooLong() {
        var user = TestUsers.vendor("v1");
        assertRefused("{\"name\":\" \"}", user, ErrorCode.INVALID_MESSAGE);
        assertRefused("{\"name\":\"" + "x".repeat(121) + "\"}", user, ErrorCode.INVALID_MESSAGE);
    }

    private void report(String body, Principal user) {
        controller.report(body.getBytes(UTF_8), user);
    }

    private void assertRefused(String body, Principal user, ErrorCode code) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> report(body, user))
                .returns(code, RejectedMessageException::code);
        assertThat(channel.sent()).isEmpty();
    }
}
