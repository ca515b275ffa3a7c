package io.venta.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.venta.server.EmbeddedGateway;
import io.venta.testing.ServerProcess;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page of another site, opened in the browser of somebody who is signed in: under another name of
 * the machine the cookie stays away, on another port it comes along, and neither gets anywhere.
 */
class CrossSiteIntegrationTests {

    private static final ServerProcess SERVER = EmbeddedGateway.server();
    private static EvilSite evil;
    private static BrowserContext victim;
    private static FleetPage page;

    @BeforeAll
    static void signIn() {
        evil = EvilSite.open();
        victim = WebBrowser.shared().visitor();
        page = FleetPage.open(victim, SERVER, "demo-dispatcher");
    }

    @AfterAll
    static void close() {
        victim.close();
        evil.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void opensNoSocket(String host) {
        try (var visit = visit(host)) {
            var outcome =
                    visit.evaluate(
                            """
                            url => new Promise(done => {
                              const socket = new WebSocket(url, ['v12.stomp']);
                              socket.onopen = () => done('open');
                              socket.onerror = () => done('refused');
                            })""",
                            SERVER.wsUrl().toString());

            assertThat(outcome).isEqualTo("refused");
        }
    }

    /** A frame without an origin that counts: "null". */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void opensNoSocketFromAnAnonymousFrame(String host) {
        try (var visit = visit(host)) {
            var outcome =
                    visit.evaluate(
                            """
                            url => new Promise(done => {
                              onmessage = ({data}) => done(data);
                              const frame = document.createElement('iframe');
                              frame.sandbox = 'allow-scripts';
                              frame.srcdoc = `<script>
                                const socket = new WebSocket('${url}', ['v12.stomp']);
                                socket.onopen = () => parent.postMessage('open', '*');
                                socket.onerror = () => parent.postMessage('refused', '*');
                              </` + 'script>';
                              document.body.append(frame);
                            })""",
                            SERVER.wsUrl().toString());

            assertThat(outcome).isEqualTo("refused");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void readsAndChangesNothing(String host) {
        try (var visit = visit(host)) {
            for (var method : new String[] {"GET", "POST", "DELETE"}) {
                for (var path : new String[] {"api/auth/session", "api/vendors"}) {
                    assertThat(fetch(visit, method, path, "cors")).isEqualTo("failed");
                }
            }
            for (var method : new String[] {"GET", "POST"}) {
                assertThat(fetch(visit, method, "api/auth/session", "no-cors"))
                        .isNotEqualTo("read");
            }
            assertThat(fetch(page.page(), "GET", "api/auth/session", "cors")).isEqualTo("read");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void signsNobodyOutOrInByAForm(String host) {
        try (var visit = visit(host)) {
            var url = SERVER.baseUrl() + "/api/auth/session";
            visit.evaluate(
                    """
                    url => {
                      const form = document.createElement('form');
                      form.method = 'post';
                      form.action = url;
                      document.body.append(form);
                      form.submit();
                    }""",
                    url);
            visit.waitForURL(url);

            assertThat(visit.content()).containsPattern("AUTH[A-Z]+_FAILED");
        }
        page.reload();
        page.awaitConnection("live");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void putsThePageIntoNoFrame(String host) {
        try (var visit = visit(host)) {
            var willing = evil.under("127.0.0.1");
            assertThat(framed(visit, willing)).isEqualTo(willing);
            assertThat(framed(visit, SERVER.baseUrl() + "/"))
                    .isIn("", "chrome-error://chromewebdata/");
        }
    }

    /** What a frame shows that was asked to show an address. */
    private static String framed(Page visit, String url) {
        visit.evaluate(
                """
                url => new Promise(done => {
                  const frame = document.createElement('iframe');
                  frame.onload = done;
                  frame.src = url;
                  document.body.append(frame);
                }).then(() => null)""",
                url);
        return visit.frames().getLast().url();
    }

    private static Page visit(String host) {
        var visit = victim.newPage();
        visit.navigate(evil.under(host));
        return visit;
    }

    /** What becomes of a request that brings the victim's cookie along if it can. */
    private static Object fetch(Page from, String method, String path, String mode) {
        return from.evaluate(
                """
                async ([url, method, mode]) => {
                  try {
                    const answer = await fetch(url, {method, mode, credentials: 'include'});
                    return answer.ok ? 'read' : 'refused or opaque';
                  } catch {
                    return 'failed';
                  }
                }""",
                List.of(SERVER.baseUrl() + "/" + path, method, mode));
    }
}
