package io.venta.server.security;

import java.time.Instant;
import java.util.Map;

/**
 * What was revoked and when, by name, for as long as a token may live. Calls may wait for a server,
 * and throw if it is out of reach.
 */
interface RevocationStore {

    /** How many it keeps at most; of more the oldest give way. */
    int MOST = 100_000;

    /** How many {@linkplain Revocation#isOwn of users' own} beside them, likewise. */
    int MOST_OWN = 10_000;

    /** Keeps some; of the same name the latest moment counts. */
    void keep(Map<String, Instant> revoked);

    /** All that were revoked since a moment; older ones may be gone. */
    Map<String, Instant> since(Instant moment);
}
