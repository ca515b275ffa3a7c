package io.venta.server.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.venta.testing.ServerProcess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The web page as somebody in front of it sees and uses it. */
final class FleetPage {

    private final Page page;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private FleetPage(Page page) {
        this.page = page;
        page.onRequest(request -> requests.add(request.url()));
        page.onPageError(complaints::add);
        page.onConsoleMessage(
                message -> {
                    if (message.text().contains("Content Security Policy")) {
                        complaints.add(message.text());
                    }
                });
    }

    /** Opens the page; it asks who is there. */
    static FleetPage open(BrowserContext visitor, ServerProcess server) {
        var page = new FleetPage(visitor.newPage());
        page.page.navigate(server.baseUrl() + "/");
        return page;
    }

    /** Opens the page and signs in; the connection is live. */
    static FleetPage open(BrowserContext visitor, ServerProcess server, String account) {
        var page = open(visitor, server);
        page.signIn(account, server.demoPassword());
        page.awaitConnection("live");
        return page;
    }

    /** Opens the page of a server without demo accounts and signs in with a token. */
    static FleetPage openWithToken(BrowserContext visitor, ServerProcess server, String token) {
        var page = open(visitor, server);
        page.page.locator("#token").fill(token);
        page.page.locator("button[type=submit]").click();
        page.awaitConnection("live");
        return page;
    }

    void signIn(String account, String password) {
        page.locator("input[value='" + account + "']").check();
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
    }

    void reload() {
        page.reload();
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Something on the page, by CSS selector. */
    Locator find(String selector) {
        return page.locator(selector);
    }

    void awaitConnection(String name) {
        page.waitForFunction("name => window.venta?.connection() === name", name);
    }

    /** Waits until the vendor's mark is drawn within a metre or so of a place. */
    void awaitDrawnAt(String vendor, double lat, double lon) {
        page.waitForFunction(
                """
                ({vendor, lat, lon}) => {
                  const drawn = window.venta?.vendor(vendor)?.drawn;
                  return drawn && Math.abs(drawn.lat - lat) < 1e-5
                      && Math.abs(drawn.long - lon) < 1e-5;
                }""",
                Map.of("vendor", vendor, "lat", lat, "lon", lon));
    }

    /** Waits until the vendor's mark is painted to the right of so many pixels across. */
    void awaitMarkRightOf(String vendor, double x) {
        page.waitForFunction(
                """
                ({vendor, x}) => window.venta.marks().find(({id}) => id === vendor)?.x > x""",
                Map.of("vendor", vendor, "x", x));
    }

    /** Where the vendor's mark is on the map, in pixels across. */
    double markX(String vendor) {
        var x =
                page.evaluate(
                        "vendor => window.venta.marks().find(({id}) => id === vendor).x", vendor);
        return ((Number) x).doubleValue();
    }

    /** Whether the vendors' canvas has colour where the vendor's mark should be. */
    boolean isPaintedAtMark(String vendor) {
        return (Boolean)
                page.evaluate(
                        """
                        vendor => {
                          const {x, y} = window.venta.marks().find(({id}) => id === vendor);
                          const canvas = document.querySelector('.vendor-canvas');
                          const ratio = devicePixelRatio;
                          const pixel = canvas.getContext('2d')
                              .getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1);
                          return pixel.data[3] > 200;
                        }""",
                        vendor);
    }

    double zoom() {
        return ((Number) page.evaluate("window.venta.zoom()")).doubleValue();
    }

    void awaitZoom(int least) {
        page.waitForFunction("least => window.venta.zoom() >= least", least);
    }

    /** All that the page asked for since it was opened. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Uncaught errors, and what the content security policy refused. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    Page page() {
        return page;
    }
}
