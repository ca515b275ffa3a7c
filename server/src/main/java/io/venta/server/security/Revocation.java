package io.venta.server.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That a user's tokens, one token or one session count no longer.
 *
 * @param name whose, in one text
 * @param at when; of a user, tokens that were issued later count
 */
record Revocation(
        @JsonProperty(required = true) String name, @JsonProperty(required = true) Instant at) {

    Revocation {
        if (name == null || at == null) {
            throw new IllegalArgumentException("name and at are required");
        }
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static final String OWN = "own:";

    static String ofUser(String user) {
        return "user:" + user;
    }

    static String ofToken(String id) {
        return "token:" + id;
    }

    static String ofSession(String socket) {
        return "session:" + socket;
    }

    /** One session, if it is this user's: what users may revoke themselves. */
    static String ofSession(String socket, String user) {
        return OWN + socket + ':' + user;
    }

    static boolean isOwn(String name) {
        return name.startsWith(OWN);
    }
}
