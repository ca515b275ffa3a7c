package io.venta.replay;

import java.net.URI;

/** Nobody answers at the server's address; it may be back later. */
final class ServerUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerUnreachableException(URI url, Throwable cause) {
        super("No server answers at " + url + ": " + cause, cause);
    }
}
