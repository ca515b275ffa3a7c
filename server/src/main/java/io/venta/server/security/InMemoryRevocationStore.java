package io.venta.server.security;

import java.time.Instant;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Revocations of this process alone; gone with it. */
@Component
@Profile("embedded")
class InMemoryRevocationStore implements RevocationStore {

    private final KnownRevocations kept = new KnownRevocations();

    @Override
    public void keep(Map<String, Instant> revoked) {
        kept.learn(revoked);
    }

    @Override
    public Map<String, Instant> since(Instant moment) {
        kept.forgetBefore(moment);
        return kept.all();
    }
}
