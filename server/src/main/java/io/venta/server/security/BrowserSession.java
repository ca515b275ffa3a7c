package io.venta.server.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A browser's HTTP session, as a socket that it let in remembers it.
 *
 * @param id its id, which the cookie carries: whoever has it is signed in
 * @param fingerprint what nodes call it among each other
 */
record BrowserSession(String id, String fingerprint) {

    static BrowserSession of(String id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
            return new BrowserSession(id, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    /** Keeps the id out of logs. */
    @Override
    public String toString() {
        return fingerprint;
    }
}
