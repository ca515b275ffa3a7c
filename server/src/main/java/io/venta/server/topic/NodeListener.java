package io.venta.server.topic;

/**
 * Hears what nodes tell each other: what one sends to {@link #destination()} through Spring's
 * messaging template reaches every node, itself too, at most once.
 */
public interface NodeListener {

    /** Prefix of all that nodes tell each other; no client and no service gets there. */
    String PREFIX = "/exchange/gateway/";

    /** The prefix and a key that no other listener has. */
    String destination();

    /**
     * Takes a message; must not block.
     *
     * @param body as another node, maybe one of another version, has sent it
     */
    void heard(byte[] body);
}
