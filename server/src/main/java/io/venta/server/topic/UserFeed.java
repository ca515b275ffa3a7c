package io.venta.server.topic;

import java.util.concurrent.CompletableFuture;

/**
 * What is kept for each user's {@code /user/queue/notifications}, which a feature keeps and the
 * relay reads to whoever subscribes, before what comes live.
 *
 * <p>Positions begin with 1 and rise by one with each message of a user, in the order in which they
 * can be read: who has read up to a position has missed nothing before it. So the relay notices a
 * message that it did not hear, and reads it here.
 */
public interface UserFeed {

    /**
     * Reads what is not done with, from a position on; must not block.
     *
     * @return a few of them; failed while it is out of reach: the relay asks again
     */
    CompletableFuture<FeedPage> read(String userKey, long after);
}
