package io.venta.server.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which sockets end, as nodes tell each other; nothing is remembered of it, since a socket whose
 * browser's session is gone ends by itself.
 *
 * @param browser the fingerprint of a browser's session that let the sockets in
 */
record SessionEnding(@JsonProperty(required = true) String browser) {

    static SessionEnding of(BrowserSession browser) {
        return new SessionEnding(browser.fingerprint());
    }

    boolean means(SignIn signIn) {
        return signIn.browser() != null && signIn.browser().fingerprint().equals(browser);
    }
}
