package io.venta.desktop.connection;

import java.util.UUID;

/**
 * Something a user did that shall reach the server exactly once: a POST over HTTP. It goes out with
 * its id as {@code Idempotency-Key}, so that the server takes a repeated one for the same.
 *
 * @param id names it
 * @param description what it is, in words for the one who did it
 * @param path what to post to
 * @param payload what becomes the JSON body
 */
public record OutboundRequest(UUID id, String description, String path, Object payload) {

    /** A new one, with an id of its own. */
    public static OutboundRequest of(String description, String path, Object payload) {
        return new OutboundRequest(UUID.randomUUID(), description, path, payload);
    }
}
