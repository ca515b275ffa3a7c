package io.venta.server.relay;

/** What a MESSAGE says, the same for all that hear it. */
final class Delivery {

    private final String destination;
    private final String type;
    private final byte[] body;
    private final boolean retained;

    Delivery(String destination, String type, byte[] body, boolean retained) {
        this.destination = destination;
        this.type = type;
        this.body = body;
        this.retained = retained;
    }

    String destination() {
        return destination;
    }

    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }

    boolean retained() {
        return retained;
    }
}
