package io.venta.desktop.connection;

import java.io.IOException;

/**
 * Where a connection's tokens come from. Called once before each attempt, on a thread that may
 * wait.
 */
public interface TokenSource {

    /**
     * A token to connect with.
     *
     * @throws RefusedException if there is none to be had
     * @throws IOException if the server is out of reach: trying again may help
     */
    String token() throws IOException, RefusedException;

    /** Whether a token follows one that expired. */
    boolean renews();

    /** A token that somebody pasted: when it expires, the user has to bring another. */
    static TokenSource fixed(String token) {
        return new TokenSource() {
            @Override
            public String token() {
                return token;
            }

            @Override
            public boolean renews() {
                return false;
            }
        };
    }
}
