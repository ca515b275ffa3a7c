package io.venta.server.page;

import com.microsoft.playwright.BrowserContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for a class of tests, and a visitor of its own for each of them. */
final class Visits
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    private @Nullable WebBrowser browser;
    private @Nullable BrowserContext visitor;

    /** The visitor of this test; nothing is known of it. */
    BrowserContext visitor() {
        return Objects.requireNonNull(visitor);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = WebBrowser.open();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        visitor = Objects.requireNonNull(browser).visitor();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        visitor().close();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Objects.requireNonNull(browser).close();
    }
}
