package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.TestUsers;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventLimitsTests {

    private static final Principal CUSTOMER = TestUsers.user(Role.CUSTOMER);
    private static final Principal VENDOR = TestUsers.vendor("v1");

    private final SettableTime time = new SettableTime();
    private final EventLimits limits = limits(200, 600);

    @Test
    void refusesWhatIsBeyondAMinutesEventsAndSaysWhenToGoOn() {
        spend(CUSTOMER, EventKind.OTHER, 200);

        var refusal = refusal(CUSTOMER, EventKind.OTHER, 1);

        assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED);
        assertThat(refusal.details()).containsEntry("retryAfterMs", 301L);
        time.advance(Duration.ofMillis(301));
        limits.spend(CUSTOMER, EventKind.OTHER, 1);
        refusal(CUSTOMER, EventKind.OTHER, 1);
    }

    @Test
    void takesAnArrayWholeOrNotAtAll() {
        spend(VENDOR, EventKind.OTHER, 550);

        assertThat(refusal(VENDOR, EventKind.OTHER, 51).details())
                .containsEntry("retryAfterMs", 101L);

        limits.spend(VENDOR, EventKind.OTHER, 50);
    }

    @Test
    void saysThatAnArrayIsTooLargeForEver() {
        var refusal = refusal(CUSTOMER, EventKind.OTHER, 200);

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_MESSAGE);
        assertThat(refusal.details()).containsEntry("limit", 200);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVICE", "ADMIN"})
    void limitsNoServices(Role role) {
        assertThatCode(() -> spend(TestUsers.user(role), EventKind.LOCATION_REPORT, 10_000))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0, 600, CUSTOMER", "0, 600, VENDOR", "200, 0, VENDOR"})
    void takesZeroForNoLimit(int events, int vendorEvents, Role role) {
        var lifted = limits(events, vendorEvents);

        for (int i = 0; i < 5_000; i++) {
            lifted.spend(TestUsers.user(role), EventKind.OTHER, 1);
        }
    }

    @Test
    void limitsEachKindWithinTheWhole() {
        spend(VENDOR, EventKind.LOCATION_REPORT, 500);
        assertThat(refusal(VENDOR, EventKind.LOCATION_REPORT, 1).reason()).contains("500");
        spend(VENDOR, EventKind.ROOM_MESSAGE, 60);
        assertThat(refusal(VENDOR, EventKind.ROOM_MESSAGE, 1).reason()).contains("60");

        // What was refused for its kind has cost nothing.
        spend(VENDOR, EventKind.OTHER, 40);
        assertThat(refusal(VENDOR, EventKind.TYPING, 1).reason()).contains("600");
    }

    @Test
    void countsUsersApart() {
        spend(CUSTOMER, EventKind.OTHER, 200);

        var other = TestUsers.user(Map.of("sub", "bob"), Role.CUSTOMER);
        spend(other, EventKind.OTHER, 200);

        refusal(other, EventKind.OTHER, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "/app/location.report, LOCATION_REPORT",
        "/app/room.a.message, ROOM_MESSAGE",
        "/app/room.a.typing, TYPING",
        "/app/vendor.report, OTHER",
        "/app/session.ping, OTHER"
    })
    void knowsKindsByTheirDestination(String destination, EventKind kind) {
        assertThat(EventKind.of(destination)).isEqualTo(kind);
    }

    private EventLimits limits(int events, int vendorEvents) {
        return new EventLimits(new RateSettings(events, vendorEvents, 500, 60, 60, 0, 0, 0), time);
    }

    private void spend(Principal user, EventKind kind, int events) {
        for (int i = 0; i < events; i++) {
            limits.spend(user, kind, 1);
        }
    }

    private RejectedMessageException refusal(Principal user, EventKind kind, int events) {
        return catchThrowableOfType(
                RejectedMessageException.class, () -> limits.spend(user, kind, events));
    }
}
