package io.venta.server.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The machine's own Chromium without a window: the one that {@code VENTA_CHROMIUM} names, else
 * Debian's. Belongs to the thread that opened it.
 */
final class WebBrowser implements AutoCloseable {

    private static final Path DEBIANS = Path.of("/usr/bin/chromium");
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--no-first-run");

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000); // The machine may be busy.
    }

    private static @Nullable WebBrowser shared;

    private final Playwright playwright;
    private final Browser browser;

    private WebBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The one for all tests, who never close it. */
    static synchronized WebBrowser shared() {
        if (shared == null) {
            shared = open();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** One of one's own. */
    static WebBrowser open() {
        var driver = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(driver));
        var named = System.getenv("VENTA_CHROMIUM");
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(named == null ? DEBIANS : Path.of(named))
                        .setArgs(ARGUMENTS);
        return new WebBrowser(playwright, playwright.chromium().launch(options));
    }

    /** A visitor that nothing is known of: no cookie, nothing stored. */
    BrowserContext visitor() {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
