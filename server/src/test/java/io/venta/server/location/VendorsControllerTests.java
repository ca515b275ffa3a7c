package io.venta.server.location;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.Role;
import io.venta.model.location.TrailPoint;
import io.venta.model.location.VendorId;
import io.venta.model.location.VendorTrail;
import io.venta.model.vendor.VendorPage;
import io.venta.model.vendor.VendorState;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.LastKnownValues;
import io.venta.server.topic.RetainedValue;
import io.venta.server.topic.StubValues;
import io.venta.server.vendor.StubProfiles;
import io.venta.server.vendor.TestUsers;
import io.venta.testing.SettableClock;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorsControllerTests {

    private final LastKnownValues lastKnown = StubValues.inMemory();
    private final StubTrails trails = new StubTrails(new SettableClock());
    private final VendorsController controller =
            new VendorsController(
                    lastKnown,
                    StubProfiles.over(lastKnown),
                    trails,
                    TestUsers.access(),
                    new JsonPayloads());
    private final Principal dispatcher = TestUsers.user(Role.DISPATCHER);
    private final Principal customer =
            TestUsers.user(Map.of("vendors", List.of("b", "d")), Role.CUSTOMER);

    /** a: both; b: location; c: profile; d: both; e: location. */
    @BeforeEach
    void know() {
        for (var id : List.of("a", "b", "d", "e")) {
            keep("location", id, "\"location\":{\"lat\":1,\"long\":2}");
        }
        for (var id : List.of("a", "c", "d")) {
            keep("vendor", id, "\"name\":\"Vendor " + id + "\"");
        }
    }

    @Test
    void listsVendorsThatHaveALocationOrAProfile() {
        var page = controller.page(null, 100, dispatcher);

        assertThat(ids(page)).containsExactly("a", "b", "c", "d", "e");
        assertThat(page.next()).isNull();
        assertThat(page.vendors().get(0).location()).isNotNull();
        assertThat(page.vendors().get(0).profile()).isNotNull();
        assertThat(page.vendors().get(1).profile()).isNull();
        assertThat(page.vendors().get(2).location()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void pagesAcrossLocationsAndProfilesWithoutGapsOrRepeats(int limit) {
        assertThat(readAll(limit, dispatcher)).containsExactly("a", "b", "c", "d", "e");
        assertThat(readAll(limit, customer)).containsExactly("b", "d");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void tellsOnlyOfVendorsThatTheUserMayWatch(int limit) {
        for (var after : List.of("", "0", "a", "b", "c", "zzz")) {
            var page = controller.page(after, limit, customer);
            var named = new ArrayList<>(ids(page));
            if (page.next() != null) {
                named.add(page.next().value());
            }
            assertThat(named).isSubsetOf("b", "d");
        }
    }

    @Test
    void showsOneVendor() {
        var state = controller.one("a", dispatcher);

        assertThat(state.vendorId()).isEqualTo(new VendorId("a"));
        assertThat(Objects.requireNonNull(state.profile()).name()).isEqualTo("Vendor a");
    }

    @Test
    void saysTheSameOfVendorsThatAreNotThereAndNotToBeSeen() {
        assertThatExceptionOfType(UnknownVendorException.class)
                .isThrownBy(() -> controller.one("zzz", dispatcher));
        assertThatExceptionOfType(UnknownVendorException.class)
                .isThrownBy(() -> controller.one("a", customer))
                .withMessage("No vendor a");
    }

    @Test
    void showsWhereAVendorWas() {
        trails.add(TestFixes.fixes("b", 0, 15));

        assertThat(controller.trail("b", null, customer))
                .isEqualTo(trail("b", TestFixes.point(0), TestFixes.point(5), TestFixes.point(10)));
        assertThat(controller.trail("b", "2026-03-01T12:00:05Z", customer).points()).hasSize(2);
        assertThat(controller.trail("b", "2026-03-01T13:00:05+01:00", customer).points())
                .hasSize(2);
        assertThat(controller.trail("b", "", customer).points()).hasSize(3);
        assertThat(controller.trail("c", null, dispatcher)).isEqualTo(trail("c"));
    }

    @Test
    void showsTrailsToWhomItShowsTheVendor() {
        for (var id : List.of("a", "zzz")) {
            trails.add(List.of(TestFixes.fix(id, 0)));
            assertThatExceptionOfType(UnknownVendorException.class)
                    .isThrownBy(() -> controller.trail(id, null, customer))
                    .withMessage("No vendor " + id);
        }
        assertThatExceptionOfType(UnknownVendorException.class)
                .isThrownBy(() -> controller.trail("zzz", null, dispatcher));
        assertThat(controller.trail("a", null, dispatcher).points()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "1772366400", "2026-03-01", "2026-03-01T12:00:00"})
    void refusesATimeThatIsNone(String since) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> controller.trail("b", since, customer))
                .withMessage("since must be a time as ISO-8601 has it: 2026-03-01T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1001, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesOtherLimits(int limit) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> controller.page(null, limit, dispatcher));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "*", "a/b", "ż"})
    void refusesWhatIsNoId(String id) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> controller.page(id, 10, dispatcher));
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> controller.one(id, dispatcher));
    }

    @Test
    void takesAnEmptyCursorForTheFirstPage() {
        assertThat(controller.page("", 10, dispatcher))
                .isEqualTo(controller.page(null, 10, dispatcher));
    }

    private static VendorTrail trail(String id, TrailPoint... points) {
        return new VendorTrail(new VendorId(id), List.of(points));
    }

    private List<String> readAll(int limit, Principal user) {
        var all = new ArrayList<String>();
        var page = controller.page(null, limit, user);
        all.addAll(ids(page));
        while (page.next() != null) {
            page = controller.page(page.next().value(), limit, user);
            assertThat(page.vendors()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(ids(page));
        }
        return all;
    }

    private static List<String> ids(VendorPage page) {
        return page.vendors().stream().map(VendorState::vendorId).map(VendorId::value).toList();
    }

    private void keep(String family, String id, String members) {
        var now = SettableClock.START;
        var body = "{\"vendorId\":\"%s\",\"timestamp\":\"%s\",%s}".formatted(id, now, members);
        lastKnown.keep(family, List.of(new RetainedValue(id, now, body.getBytes(UTF_8))));
    }
}
