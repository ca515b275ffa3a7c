package io.venta.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.WebSocketRoute;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Notifications as the page in Chromium shows them and answers. */
class PageNotificationIntegrationTests {

    private static final String QUEUE = "/user/queue/notifications";
    private static final String READ = "/app/notification.read";
    private static final String HISTORY = "/api/notifications?limit=50";

    @RegisterExtension private static final Visits VISITS = new Visits();

    private BrowserContext visitor;
    private StubGateway gateway;

    @BeforeEach
    void arrive() {
        visitor = VISITS.visitor();
        gateway = new StubGateway(visitor, "CUSTOMER");
    }

    @Test
    void countsWhatIsNotReadAndShowsEachOnce() {
        IntStream.range(0, 120)
                .forEach(i -> gateway.retains(QUEUE, "notification", news(i, "LOW")));
        var page = gateway.open();

        assertThat(page.locator("#bell-count")).hasText("99+");
        gateway.tells(QUEUE, "notification", news(119, "LOW"));
        page.keyboard().press("n");
        assertThat(page.locator(".news").first()).containsText("Title 119");
        page.locator("text=Title 70").scrollIntoViewIfNeeded();

        assertThat(page.locator(".news")).hasCount(100);
        assertThat(page.locator(".news", hasText("Title 119"))).hasCount(1);
    }

    @Test
    void saysWhatReachedIt() {
        gateway.retains(QUEUE, "notification", news(1, "NORMAL"));
        gateway.retains(QUEUE, "notification", news(2, "NORMAL"));
        var page = gateway.open();

        page.waitForCondition(
                () ->
                        gateway.client()
                                .sent("/app/notification.received")
                                .contains("{\"ids\":[\"n1\",\"n2\"]}"));
        assertThat(page.locator(".toast")).containsText("2 notifications waited for you");
    }

    @Test
    void readsHereAndHearsWhatWasReadElsewhere() {
        IntStream.range(0, 3).forEach(i -> gateway.retains(QUEUE, "notification", news(i, "LOW")));
        var page = gateway.open();
        page.locator("#bell").click();
        page.locator(".news", hasText("Title 2")).locator("button").click();

        assertThat(page.locator("#bell-count")).hasText("2");
        page.waitForCondition(() -> gateway.client().sent(READ).contains("{\"ids\":[\"n2\"]}"));
        gateway.tells(QUEUE, "notification_read", "{\"ids\":[\"n1\",\"n2\",\"unknown\"]}");
        assertThat(page.locator("#bell-count")).hasText("1");
        page.locator("text=Mark all read").click();

        assertThat(page.locator("#bell-count")).isHidden();
        assertThat(page.locator(".news.unread")).hasCount(0);
    }

    @Test
    void saysAgainWhatNobodyConfirmed() {
        gateway.retains(QUEUE, "notification", news(1, "LOW"));
        visitor.clock().install();
        var page = gateway.open();
        page.locator("#bell").click();
        page.locator(".news button").click();
        var first = gateway.client();
        page.waitForCondition(() -> first.sent(READ).size() == 1);
        gateway.letPass(page, 32);
        page.waitForCondition(() -> first.sent(READ).size() == 2);

        first.socket().close(new WebSocketRoute.CloseOptions().setCode(4012));
        gateway.letPass(page, 30);
        page.waitForCondition(() -> gateway.clients().size() > 1);

        page.waitForCondition(() -> gateway.client().sent(READ).contains("{\"ids\":[\"n1\"]}"));
        assertThat(page.locator("#bell-count")).isHidden();
    }

    @Test
    void readsTheHistoryPageByPage() {
        gateway.answers(HISTORY, page(50, 100, "c1"));
        gateway.answers(HISTORY + "&before=c1", page(0, 50, null));
        gateway.retains(QUEUE, "notification", news(99, "LOW"));
        var page = gateway.open();
        page.locator("#bell").click();

        page.locator("text=Title 50").scrollIntoViewIfNeeded();
        page.locator("text=Title 0").scrollIntoViewIfNeeded();

        assertThat(page.locator(".news")).hasCount(100);
        assertThat(page.locator(".news-end")).containsText("These are all");
        assertThat(gateway.asked()).containsOnlyOnce(HISTORY, HISTORY + "&before=c1");
    }

    @Test
    void offersToTryAgainWhereTheHistoryCannotBeRead() {
        gateway.answers("/api/notifications", null);
        var page = gateway.open();
        page.locator("#bell").click();
        assertThat(page.locator(".news-end")).containsText("could not be read");

        gateway.answers("/api/notifications", page(0, 2, null));
        page.locator(".news-end button").click();

        assertThat(page.locator(".news")).hasCount(2);
    }

    @Test
    void linksToHttpsAndItselfAlone() {
        var links =
                new String[] {
                    "https://a.example/", "/own", "javascript:alert(1)", "http://a.example/"
                };
        for (var i = 0; i < links.length; i++) {
            var body =
                    news(i, "LOW").replace("{\"id\"", "{\"actionUrl\":\"" + links[i] + "\",\"id\"");
            gateway.retains(QUEUE, "notification", body);
        }
        var page = gateway.open();
        page.locator("#bell").click();

        assertThat(page.locator(".news")).hasCount(4);
        assertThat(page.locator(".news", hasText("Title 0")).locator("a"))
                .hasAttribute("href", "https://a.example/");
        assertThat(page.locator(".news a")).hasCount(2);
    }

    @Test
    void keepsWhatIsCriticalInSightUntilItIsRead() {
        visitor.clock().install();
        var page = gateway.open();
        IntStream.range(0, 4)
                .forEach(i -> gateway.tells(QUEUE, "notification", news(i, "CRITICAL")));
        assertThat(page.locator(".toast.alarm")).hasCount(2);
        assertThat(page.locator("#toasts")).containsText("2 more critical");

        gateway.letPass(page, 60);
        assertThat(page.locator(".toast.alarm")).hasCount(2);
        gateway.tells(QUEUE, "notification_read", "{\"ids\":[\"n0\",\"n1\",\"n2\"]}");
        assertThat(page.locator("#toasts .toast")).hasCount(1);
        page.locator(".toast.alarm button").click();

        assertThat(page.locator(".toast")).hasCount(0);
        page.waitForCondition(() -> gateway.client().sent(READ).contains("{\"ids\":[\"n3\"]}"));
    }

    @Test
    void isOpenedAndClosedByKeys() {
        gateway.retains(QUEUE, "notification", news(1, "HIGH"));
        var page = gateway.open();
        page.keyboard().press("n");
        assertThat(page.locator("#drawer-title")).isFocused();

        page.keyboard().press("Escape");

        assertThat(page.locator("#drawer")).isHidden();
        assertThat(page.locator("#bell")).isFocused();
        assertThat(page.locator("#bell")).hasAttribute("aria-label", "Notifications, 1 unread");
    }

    private static com.microsoft.playwright.Page.LocatorOptions hasText(String text) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
    }

    private static String news(int n, String priority) {
        return """
               {"id":"n%d","type":"t","title":"Title %d","message":"Message","priority":"%s","createdAt":"%s"}"""
                .formatted(n, n, priority, Instant.now().minusSeconds(1000 - n));
    }

    private static String page(int from, int to, @org.jspecify.annotations.Nullable String next) {
        var read = ",\"readAt\":\"" + Instant.now() + "\"}";
        return IntStream.range(from, to)
                .mapToObj(i -> news(to + from - 1 - i, "LOW").replace("\"}", "\"" + read))
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"notifications\":[",
                                "],\"unread\":0"
                                        + (next == null ? "}" : ",\"next\":\"" + next + "\"}")));
    }
}
