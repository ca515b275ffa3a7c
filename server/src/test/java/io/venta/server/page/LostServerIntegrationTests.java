package io.venta.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.venta.testing.ServerProcess;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page while its server dies and comes back. */
class LostServerIntegrationTests {

    private static final String VENDOR = "truck-1";

    @Test
    void comesBackWithTheServer() {
        var builder = ServerProcess.embedded();
        try (var visitor = WebBrowser.shared().visitor()) {
            FleetPage page;
            try (var first = builder.start()) {
                report(first, 37.77, -122.42);
                page = FleetPage.open(visitor, first, "demo-dispatcher");
                page.awaitDrawnAt(VENDOR, 37.77, -122.42);
                first.kill();
                page.awaitConnection("waiting");
            }
            assertThat(page.find("#status")).containsText(Pattern.compile("Reconnecting|Offline"));
            assertThat(page.find("body")).hasClass("not-live");
            page.awaitDrawnAt(VENDOR, 37.77, -122.42);

            try (var second = builder.start()) {
                report(second, 37.78, -122.41);

                page.awaitConnection("live");
                page.awaitDrawnAt(VENDOR, 37.78, -122.41);
                assertThat(page.find("body")).not().hasClass("not-live");
            }
        }
    }

    private static void report(ServerProcess server, double lat, double lon) {
        try (var reporter = FleetReporter.connect(server)) {
            reporter.locate(VENDOR, lat, lon);
        }
    }
}
