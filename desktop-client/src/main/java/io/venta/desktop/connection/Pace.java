package io.venta.desktop.connection;

import java.time.Duration;

/**
 * How long a connection waits for signs of life.
 *
 * @param tick how often it looks
 * @param ping how often it asks for one
 * @param lost how long for the answer to a ping, which counts as lost from then on
 * @param silence how long without hearing anything at all, before it takes the line for dead
 * @param doubt the same where there is reason to think so: after a sleep, in another network
 * @param attempt how long for a session to open
 */
record Pace(
        Duration tick,
        Duration ping,
        Duration lost,
        Duration silence,
        Duration doubt,
        Duration attempt) {

    /**
     * Four pings go unanswered before the line is taken for dead: STOMP's own heart-beats would
     * take 75 s for that, in which a user looks at what is long over.
     */
    static final Pace STANDARD =
            new Pace(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20));
}
