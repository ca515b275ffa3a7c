package io.venta.server.security;

import org.jspecify.annotations.Nullable;

/**
 * Which sockets end, as nodes tell each other; nothing is remembered of it.
 *
 * @param session one socket, together with the user whose it must be
 * @param user whose that socket must be
 * @param browser the fingerprint of a browser's session that let the sockets in
 */
record SessionEnding(@Nullable String session, @Nullable String user, @Nullable String browser) {

    static SessionEnding of(String session, String user) {
        return new SessionEnding(session, user, null);
    }

    static SessionEnding of(BrowserSession browser) {
        return new SessionEnding(null, null, browser.fingerprint());
    }

    boolean means(SignIn signIn) {
        if (browser != null) {
            return signIn.browser() != null && browser.equals(signIn.browser().fingerprint());
        }
        return signIn.socket().equals(session) && signIn.user().getName().equals(user);
    }
}
