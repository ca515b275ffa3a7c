package io.venta.desktop.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long a token lives, and when the next one is due. */
final class TokenLife {

    /** What is left for trying again is a fifth of the life, and a minute at least. */
    private static final double SHARE = 0.8;

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final JsonMapper JSON = new JsonMapper();

    private TokenLife() {}

    /** A JWT's {@code exp}; empty where it is none, or does not end. Its signature is not read. */
    static Optional<Instant> end(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode exp = JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("exp");
            return exp.isNumber()
                    ? Optional.of(Instant.ofEpochSecond(exp.asLong()))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * When to fetch the next one: after four fifths of the life or a minute before its end,
     * whichever is earlier, but never before half of it, so that tokens of a minute are no storm.
     *
     * @param jitter 0 to 1: by how much of a twentieth of the life it is earlier, so that screens
     *     which signed in together do not all come back together
     */
    static Instant due(Instant since, Instant end, double jitter) {
        double life = Duration.between(since, end).toMillis();
        double wait = Math.max(life / 2, Math.min(life * SHARE, life - MARGIN.toMillis()));
        return since.plusMillis((long) (wait - jitter * life / 20));
    }
}
