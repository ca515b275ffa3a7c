package io.venta.server.page;

import com.microsoft.playwright.BrowserContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A visitor of its own for each test, all with the one browser. */
final class Visits implements BeforeEachCallback, AfterEachCallback {

    private @Nullable BrowserContext visitor;

    /** The visitor of this test; nothing is known of it. */
    BrowserContext visitor() {
        return Objects.requireNonNull(visitor);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        visitor = WebBrowser.shared().visitor();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        visitor().close();
    }
}
