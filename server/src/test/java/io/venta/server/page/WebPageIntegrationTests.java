package io.venta.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.venta.testing.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in Chromium against the server that is shipped. */
class WebPageIntegrationTests {

    private static final String DISPATCHER = "demo-dispatcher";

    private static ServerProcess server;
    private static FleetReporter reporter;
    private BrowserContext visitor;

    @BeforeAll
    static void start() {
        server = ServerProcess.embedded().start();
        reporter = FleetReporter.connect(server);
        reporter.name("truck-1", "Tacos Santana");
        reporter.locate("truck-1", 37.77, -122.42);
        reporter.name("truck-2", "Casey's Pizza");
        reporter.locate("truck-2", 37.79, -122.40);
    }

    @AfterAll
    static void stop() {
        reporter.close();
        server.close();
    }

    @BeforeEach
    void arrive() {
        visitor = WebBrowser.shared().visitor();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void drawsAVendorWhereItMoves() {
        var page = FleetPage.open(visitor, server, DISPATCHER);
        reporter.locate("truck-1", 37.77, -122.42);
        page.awaitDrawnAt("truck-1", 37.77, -122.42);
        var before = page.markX("truck-1");

        reporter.locate("truck-1", 37.77, -122.41);

        page.awaitDrawnAt("truck-1", 37.77, -122.41);
        page.awaitMarkRightOf("truck-1", before + 20);
        assertThat(page.isPaintedAtMark("truck-1")).isTrue();
    }

    @Test
    void letsACustomerHearWhatIsInView() {
        var page = FleetPage.open(visitor, server, "demo-customer");
        page.awaitDrawnAt("truck-2", 37.79, -122.40);

        reporter.locate("truck-2", 37.791, -122.401);

        page.awaitDrawnAt("truck-2", 37.791, -122.401);
        reporter.locate("truck-2", 37.79, -122.40);
    }

    @Test
    void saysThatAPasswordIsWrong() {
        var page = FleetPage.open(visitor, server);

        page.signIn(DISPATCHER, "not-" + server.demoPassword());

        assertThat(page.find("[role=alert]")).containsText("Wrong password");
        assertThat(page.find("#workspace")).isHidden();
    }

    @Test
    void offersNoAccountThatDoesNotExist() {
        var page = FleetPage.open(visitor, server);

        for (var account : page.find("input[name=username]").all()) {
            assertThat(server.login(account.inputValue())).isNotEmpty();
        }
        assertThat(page.find("input[name=username]")).hasCount(5);
    }

    @Test
    void findsAVendorByKeyboardAlone() {
        var page = FleetPage.open(visitor, server, DISPATCHER);
        assertThat(page.find(".row")).hasCount(2);

        page.press("/");
        page.type("santana");
        assertThat(page.find(".row")).hasCount(1);
        page.press("ArrowDown");
        page.press("Enter");

        assertThat(page.find("#details h2")).hasText("Tacos Santana");
        page.awaitZoom(14);
        page.press("Escape");
        assertThat(page.find(".row")).hasCount(2);
    }

    @Test
    void saysWhatToDoWhereNothingIsFound() {
        var page = FleetPage.open(visitor, server, DISPATCHER);
        page.press("/");
        page.type("nobody of this name");

        assertThat(page.find("#list-note")).containsText("No vendor matches");
        page.find("#list-note button").click();

        assertThat(page.find(".row")).hasCount(2);
    }

    @Test
    void showsANameAsTheTextItIs() {
        var name = "<img src=x onerror=document.title=1>";
        reporter.name("truck-1", name);
        var page = FleetPage.open(visitor, server, DISPATCHER);

        assertThat(page.find(".row .name").first()).hasText(name);
        page.find(".row").first().click();

        assertThat(page.find("#details h2")).hasText(name);
        assertThat(page.find("#workspace img[src=x]")).hasCount(0);
        reporter.name("truck-1", "Tacos Santana");
    }

    @Test
    void staysSignedInOverAReload() {
        var page = FleetPage.open(visitor, server, DISPATCHER);

        page.reload();

        page.awaitConnection("live");
        assertThat(page.find("#sign-in")).isHidden();
    }

    @Test
    void asksAgainAfterSigningOut() {
        var page = FleetPage.open(visitor, server, DISPATCHER);

        page.find("#menu-button").click();
        page.find("#menu button:has-text('Sign out')").click();

        assertThat(page.find("#password")).isVisible();
        page.reload();
        assertThat(page.find("#password")).isVisible();
        assertThat(page.find("#workspace")).isHidden();
    }

    @Test
    void asksNobodyButItsServerAndKeepsItsPolicy() {
        var page = FleetPage.open(visitor, server, DISPATCHER);
        page.awaitDrawnAt("truck-2", 37.79, -122.40);

        assertThat(page.requests())
                .isNotEmpty()
                .allSatisfy(url -> assertThat(url).startsWith(server.baseUrl() + "/"));
        assertThat(page.complaints()).isEmpty();
    }
}
