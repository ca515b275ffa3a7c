package io.venta.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.awaitility.Awaitility;

/** A client that says what it wants a byte at a time. */
public final class Drip {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Drip() {}

    /**
     * Sends the beginning, and then a byte now and then until the server hangs up.
     *
     * @throws org.awaitility.core.ConditionTimeoutException if it does not in time
     */
    public static void untilClosed(Socket socket, byte[] beginning, Duration patience)
            throws IOException {
        socket.getOutputStream().write(beginning);
        Awaitility.await()
                .atMost(patience)
                .pollInterval(PAUSE)
                .until(() -> isClosedAfterAByte(socket));
    }

    private static boolean isClosedAfterAByte(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return false;
        } catch (SocketException | SSLException closed) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
