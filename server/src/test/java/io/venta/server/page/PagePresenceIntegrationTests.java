package io.venta.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is here, as the page in Chromium shows and says it. */
class PagePresenceIntegrationTests {

    private static final String ALL = "/topic/presence.vendor.*";
    private static final String ACTIVITY = "/app/presence.activity";

    @RegisterExtension private static final Visits VISITS = new Visits();

    private BrowserContext visitor;
    private StubGateway gateway;

    @BeforeEach
    void arrive() {
        visitor = VISITS.visitor();
        gateway = new StubGateway(visitor, "DISPATCHER");
    }

    @Test
    void tellsPresenceApartFromThePosition() {
        located("truck-1");
        gateway.retains(ALL, "presence_state", state(entry("truck-1", "ONLINE", "")));
        var page = gateway.open();

        assertThat(dot(page, "truck-1")).hasClass(Pattern.compile("presence-online"));
        gateway.tells(
                ALL, "presence_diff", "{\"joins\":[],\"updates\":[],\"leaves\":[\"truck-1\"]}");

        assertThat(dot(page, "truck-1")).hasClass(Pattern.compile("presence-offline"));
        assertThat(page.locator("#row-truck-1 .seen")).hasText("seen just now");
        assertThat(page.locator("#row-truck-1 .mark")).hasClass(Pattern.compile("mark-stopped"));
        page.locator("#row-truck-1").click();
        assertThat(page.locator("#details .presence")).containsText("comes from elsewhere");
    }

    @Test
    void takesALaterStateForAllThatWasKnown() {
        located("truck-1");
        located("truck-2");
        gateway.retains(ALL, "presence_state", state(entry("truck-1", "BUSY", "")));
        var page = gateway.open();
        assertThat(dot(page, "truck-1")).hasClass(Pattern.compile("presence-busy"));

        gateway.tells(ALL, "presence_state", state(entry("truck-2", "AWAY", "")));

        assertThat(dot(page, "truck-2")).hasClass(Pattern.compile("presence-away"));
        assertThat(dot(page, "truck-1")).hasClass(Pattern.compile("presence-offline"));
    }

    @Test
    void asksWhenThoseInSightWereLastSeen() {
        located("truck-1");
        var seen = Instant.now().minusSeconds(7300);
        gateway.retains(ALL, "presence_state", state(""));
        gateway.answers(
                "/api/presence?vendors=truck-1",
                state(entry("truck-1", "OFFLINE", ",\"lastSeen\":\"" + seen + "\"")));
        var page = gateway.open();

        assertThat(page.locator("#row-truck-1 .seen")).hasText("seen 2\u2009h ago");
    }

    @Test
    void watchesOnlyRowsInSightWhereTheyAreTooManyToName() {
        IntStream.range(0, 300).forEach(i -> located("v" + i));
        gateway.retains(ALL, "presence_state", "{\"entries\":[],\"counts\":{\"ONLINE\":900}}");
        gateway.retains(
                "/topic/presence.vendor.v1", "presence_state", state(entry("v1", "IDLE", "")));
        var page = gateway.open();

        assertThat(dot(page, "v1")).hasClass(Pattern.compile("presence-idle"));
        assertThat(watched()).isBetween(5L, 20L);
        for (var step = 1; step <= 6; step++) {
            page.evaluate(
                    "step => { document.getElementById('rows').scrollTop = step * 700; }", step);
            var row = "/topic/presence.vendor.v" + (step * 700 / 44 + 2);
            page.waitForCondition(() -> gateway.client().hears(row));
        }

        page.waitForCondition(() -> watched() == 60);
    }

    @Test
    void letsACustomerWatchRowsInSight() {
        gateway = new StubGateway(visitor, "CUSTOMER");
        gateway.answers(
                "/api/vendors",
                """
                {"vendors":[{"vendorId":"truck-1","profile":{"vendorId":"truck-1","name":"Tacos",\
                "timestamp":"2026-01-01T00:00:00Z"}}]}""");
        gateway.retains(
                "/topic/presence.vendor.truck-1",
                "presence_state",
                state(entry("truck-1", "ONLINE", "")));
        var page = gateway.open();

        assertThat(dot(page, "truck-1")).hasClass(Pattern.compile("presence-online"));
        assertThat(gateway.client().hears(ALL)).isFalse();
    }

    @Test
    void saysThatItMayBeIncomplete() {
        located("truck-1");
        gateway.retains(
                ALL, "presence_state", state(entry("truck-1", "ONLINE", ",\"degraded\":true")));
        var page = gateway.open();

        assertThat(page.locator("#status")).containsText("presence may be incomplete");
        assertThat(page.locator(".toast")).hasCount(0);
        gateway.tells(ALL, "presence_state", state(entry("truck-1", "ONLINE", "")));
        assertThat(page.locator("#status")).not().containsText("incomplete");
    }

    @Test
    void saysWhatIsViewedWhileItIs() {
        located("truck-1");
        var page = gateway.open();
        page.locator("#row-truck-1").click();
        var client = gateway.client();
        page.waitForCondition(() -> client.sent(ACTIVITY).toString().contains("vendor.truck-1"));
        var viewing = client.sent(ACTIVITY).getLast();
        assertThat(viewing).isEqualTo("{\"type\":\"VIEWING\",\"target\":\"vendor.truck-1\"}");

        page.keyboard().press("Escape");

        page.waitForCondition(() -> client.sent(ACTIVITY).getLast().contains("ACTIVE"));
        var said = client.sent(ACTIVITY).size();
        page.mouse().move(300, 300);
        page.mouse().move(320, 320);
        assertThat(client.sent(ACTIVITY)).hasSize(said);
    }

    @Test
    void repeatsWhatIsViewedBeforeItFades() {
        located("truck-1");
        visitor.clock().install();
        var page = gateway.open();
        page.locator("#row-truck-1").click();
        var client = gateway.client();

        gateway.letPass(page, 44);

        page.waitForCondition(() -> client.sent(ACTIVITY).size() >= 3);
        assertThat(client.sent(ACTIVITY)).hasSize(3).allMatch(body -> body.contains("VIEWING"));
        gateway.letPass(page, 600);
        assertThat(client.sent(ACTIVITY)).as("nobody touched anything").hasSizeLessThan(17);
    }

    @Test
    void isOneDeviceOverAReloadAndAnotherInADuplicatedTab() {
        var page = gateway.open();
        var device = gateway.client().connectHeader("device-id");
        assertThat(device).matches("[A-Za-z0-9_-]{1,64}");
        assertThat(gateway.client().connectHeader("device-type")).isEqualTo("web");

        page.reload();
        page.waitForFunction("window.venta?.connection() === 'live'");
        assertThat(gateway.client().connectHeader("device-id")).isEqualTo(device);

        var twin = visitor.waitForPage(() -> page.evaluate("window.open(location.href)"));
        twin.waitForFunction("window.venta?.connection() === 'live'");
        assertThat(gateway.client().connectHeader("device-id")).isNotEqualTo(device).isNotEmpty();
    }

    @Test
    void staysAwayWhenReplacedUntilToldOtherwise() {
        visitor.clock().install();
        var page = gateway.open();
        var replaced = gateway.client();

        replaced.socket().close(new WebSocketRoute.CloseOptions().setCode(4502));

        assertThat(page.locator("#map-note")).containsText("another tab");
        gateway.letPass(page, 120);
        assertThat(gateway.clients()).hasSize(1);
        page.locator("#map-note button").click();
        page.waitForFunction("window.venta?.connection() === 'live'");
        assertThat(gateway.client().connectHeader("device-id"))
                .isNotEqualTo(replaced.connectHeader("device-id"));
        assertThat(page.locator("#map-note")).isHidden();
    }

    private void located(String vendor) {
        gateway.retains(
                "/topic/location.*",
                "location_updated",
                """
                {"vendorId":"%s","location":{"lat":1,"long":2},"speed":0,"timestamp":"%s"}"""
                        .formatted(vendor, Instant.now()));
    }

    private long watched() {
        return gateway.client().subscriptions().values().stream()
                .filter(destination -> destination.startsWith("/topic/presence.vendor.v"))
                .count();
    }

    private static Locator dot(Page page, String vendor) {
        return page.locator("#row-" + vendor + " .presence-dot");
    }

    private static String state(String... entries) {
        return Arrays.stream(entries).collect(Collectors.joining(",", "{\"entries\":[", "]}"));
    }

    private static String entry(String vendor, String status, String more) {
        var device =
                status.equals("OFFLINE")
                        ? ""
                        : """
                          {"deviceId":"d","deviceType":"mobile","status":"%s","since":"2026-01-01T00:00:00Z"}"""
                                .formatted(status);
        return """
               {"kind":"vendor","id":"%s","status":"%s","devices":[%s]%s}"""
                .formatted(vendor, status, device, more);
    }
}
