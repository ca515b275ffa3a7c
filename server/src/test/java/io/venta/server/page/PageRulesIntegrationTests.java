package io.venta.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.venta.server.EmbeddedGateway;
import io.venta.testing.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that the page's modules keep, asked of the modules themselves in the browser. */
class PageRulesIntegrationTests {

    private static final ServerProcess SERVER = EmbeddedGateway.server();
    private static BrowserContext visitor;
    private static FleetPage page;

    @BeforeAll
    static void open() {
        visitor = WebBrowser.shared().visitor();
        page = FleetPage.open(visitor, SERVER);
    }

    @AfterAll
    static void close() {
        visitor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "5, 1, 2000, moving",
        "0.5, 1, 2000, stopped",
        "5, 60, 40000, moving",
        "0.5, 89, 2000, stopped",
        "5, 91, 2000, stale",
        "0, 200, 2000, stale",
        "5, 100, 60000, moving",
    })
    void tellsTheStateBySpeedAndAge(double speed, int age, int interval, String state) {
        var told =
                run(
                        """
                        const {rawState} = await import('/js/state-rules.js');
                        const fix = {at: {ms: 1e6 - with_.age * 1000}};
                        return rawState({fix, ...with_}, 1e6);""",
                        Map.of("speed", speed, "age", age, "interval", interval));

        assertThat(told).isEqualTo(state);
    }

    @Test
    void changesAStateOnlyAfterItHeld() {
        var shown =
                run(
                        """
                        const {settleState} = await import('/js/state-rules.js');
                        const vendor = {fix: {at: {ms: 0}}, speed: 5, interval: 60000};
                        const shown = [];
                        for (const [now, speed] of
                            [[0, 5], [1000, 0], [3900, 0], [4000, 5], [5000, 0], [8000, 0]]) {
                          vendor.speed = speed;
                          settleState(vendor, now);
                          shown.push(vendor.state);
                        }
                        return shown.join();""",
                        Map.of());

        assertThat(shown).isEqualTo("moving,moving,moving,moving,moving,stopped");
    }

    @ParameterizedTest
    @CsvSource({"0.001, glides", "0.1, cuts"})
    void cutsWhereNoVehicleIsThatFast(double degrees, String how) {
        var seen =
                run(
                        """
                        const {Fleet} = await import('/js/fleet.js');
                        const fleet = new Fleet();
                        const at = (second, long) => fleet.locate({vendorId: 'v', speed: 5,
                            location: {lat: 0, long}, timestamp: `2026-01-01T00:00:0${second}Z`});
                        at(0, 0);
                        at(5, with_.degrees);
                        return fleet.get('v').motion.span;""",
                        Map.of("degrees", degrees));

        assertThat(seen).isEqualTo(how.equals("glides") ? 2000 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:01.000000001Z, 2026-01-01T00:00:01Z, true",
        "2026-01-01T00:00:01Z, 2026-01-01T00:00:01.000000001Z, false",
        "2026-01-01T00:00:01.5Z, 2026-01-01T00:00:01.500Z, false",
        "2026-01-01T01:00:00+01:00, 2026-01-01T00:00:00Z, false",
    })
    void comparesTimesToTheNanosecond(String one, String other, boolean after) {
        var told =
                run(
                        """
                        const {isAfter, parseInstant} = await import('/js/instant.js');
                        return isAfter(parseInstant(with_.one), parseInstant(with_.other));""",
                        Map.of("one", one, "other", other));

        assertThat(told).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION_FAILED, 1002, sign-in",
        "TOKEN_EXPIRED, 4001, sign-in",
        ", 4001, sign-in",
        ", 4501, sign-in",
        "SESSION_REPLACED, 4502, stop",
        ", 4511, stop",
        ", 4987, stop",
        "SERVER_SHUTTING_DOWN, 4012, reconnect",
        ", 4013, reconnect",
        ", 1006, reconnect",
    })
    void knowsWhenToComeBack(String errorCode, int closeCode, String then) {
        var told =
                run(
                        """
                        const {meaningOf} = await import('/js/closing.js');
                        return meaningOf(with_.error || null, with_.close).then;""",
                        Map.of("error", errorCode == null ? "" : errorCode, "close", closeCode));

        assertThat(told).isEqualTo(then);
    }

    private static Object run(String body, Map<String, Object> with) {
        return page.page().evaluate("async with_ => {" + body + "}", with);
    }
}
