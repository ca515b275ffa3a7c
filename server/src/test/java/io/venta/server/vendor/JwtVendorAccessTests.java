package io.venta.server.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.Role;
import io.venta.model.location.VendorId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtVendorAccessTests {

    private static final VendorId V1 = new VendorId("v1");
    private static final VendorId V2 = new VendorId("v2");

    private final VendorAccess access = new JwtVendorAccess();

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsDispatchersAndAdministratorsWatchAll(Role role) {
        var all = role == Role.DISPATCHER || role == Role.ADMIN;

        assertThat(access.mayWatchAll(TestUsers.user(role))).isEqualTo(all);
    }

    @Test
    void letsEveryoneWatchAnyOneWhereNoneAreListed() {
        assertThat(access.mayWatch(TestUsers.user(Role.CUSTOMER), V1)).isTrue();
    }

    @Test
    void letsCustomersWatchWhomTheirTokenLists() {
        var user = TestUsers.user(Map.of("vendors", List.of("v1")), Role.CUSTOMER);

        assertThat(access.mayWatch(user, V1)).isTrue();
        assertThat(access.mayWatch(user, V2)).isFalse();
    }

    @Test
    void namesTheOnlyVendorsThatAUserMayWatch() {
        var ids = List.of("v1", "not an id", "*");
        var customer = TestUsers.user(Map.of("vendors", ids), Role.CUSTOMER);
        var vendor = TestUsers.user(Map.of("vendors", ids, "vendor_id", "v2"), Role.VENDOR);
        var dispatcher = TestUsers.user(Map.of("vendors", ids), Role.DISPATCHER);

        assertThat(access.watchable(customer)).contains(Set.of(V1));
        assertThat(access.watchable(vendor)).contains(Set.of(V1, V2));
        assertThat(access.watchable(dispatcher)).isEmpty();
        assertThat(access.watchable(TestUsers.user(Role.CUSTOMER))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "[\"v2\"]", ""})
    void readsAListThatIsNoneAsNoneOfTheOthers(String claim) {
        var user = TestUsers.user(Map.of("vendors", claim), Role.CUSTOMER);

        assertThat(access.mayWatch(user, V2)).isFalse();
    }

    @Test
    void letsNobodyBeWatchedByAnEmptyList() {
        var user = TestUsers.user(Map.of("vendors", List.of()), Role.CUSTOMER);

        assertThat(access.mayWatch(user, V1)).isFalse();
    }

    @Test
    void letsDispatchersWatchBeyondTheirList() {
        var user = TestUsers.user(Map.of("vendors", List.of("v1")), Role.DISPATCHER);

        assertThat(access.mayWatch(user, V2)).isTrue();
    }

    @Test
    void letsAVendorWatchItselfWhateverItsList() {
        var claims = Map.<String, Object>of("vendors", List.of("v2"), "vendor_id", "v1");

        assertThat(access.mayWatch(TestUsers.user(claims, Role.VENDOR), V1)).isTrue();
    }

    @Test
    void letsAVendorReportForItselfAlone() {
        var user = TestUsers.vendor("v1");

        assertThat(access.mayReport(user, V1)).isTrue();
        assertThat(access.mayReport(user, V2)).isFalse();
        assertThat(access.ownVendor(user)).contains(V1);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsServicesAndAdministratorsReportForAny(Role role) {
        var any = role == Role.SERVICE || role == Role.ADMIN;

        assertThat(access.mayReport(TestUsers.user(role), V1)).isEqualTo(any);
    }

    @Test
    void makesNobodyAVendorWithoutTheRole() {
        var user = TestUsers.user(Map.of("vendor_id", "v1"), Role.CUSTOMER);

        assertThat(access.ownVendor(user)).isEmpty();
        assertThat(access.mayReport(user, V1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.b", "*", "#"})
    void takesNoIdThatIsNone(String id) {
        assertThat(access.ownVendor(TestUsers.vendor(id))).isEmpty();
    }

    @Test
    void givesNothingToThoseWithoutAToken() {
        assertThat(access.mayWatchAll(() -> "somebody")).isFalse();
        assertThat(access.mayWatch(() -> "somebody", V1)).isFalse();
        assertThat(access.watchable(() -> "somebody")).contains(Set.of());
        assertThat(access.mayReport(() -> "somebody", V1)).isFalse();
        assertThat(access.ownVendor(() -> "somebody")).isEmpty();
    }
}
