package io.venta.desktop.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Connections that find out within seconds what takes others half a minute. */
public final class QuickConnections {

    private static final Backoff BACKOFF =
            new Backoff(
                    Duration.ofMillis(50), Duration.ofMillis(500), RandomGenerator.getDefault());

    private static final Pace PACE =
            new Pace(
                    Duration.ofMillis(200),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20));

    private QuickConnections() {}

    /** One that has not started yet. */
    public static GatewayConnection to(ServerAddress server, TokenSource tokens, String device) {
        return new StompGatewayConnection(
                server,
                tokens,
                BACKOFF,
                device,
                PACE,
                SteadyClock.start(),
                Surroundings::addresses);
    }
}
