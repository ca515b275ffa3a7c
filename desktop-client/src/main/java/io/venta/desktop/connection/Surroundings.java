package io.venta.desktop.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notices what makes an old connection doubtful and a new attempt worth while: the machine has
 * slept, or its addresses are others. Asked once a second, by one thread.
 */
final class Surroundings {

    /** A step of the wall clock that no busy machine explains. */
    private static final Duration SLEPT = Duration.ofSeconds(15);

    private static final System.Logger LOG = System.getLogger(Surroundings.class.getName());

    /** This machine's addresses. */
    interface Network {
        Set<InetAddress> addresses() throws IOException;
    }

    private final InstantSource clock;
    private final Network network;
    private Instant lastLook;
    private Set<InetAddress> addresses = Set.of();

    Surroundings(InstantSource clock, Network network) {
        this.clock = clock;
        this.network = network;
        this.lastLook = clock.instant();
        this.addresses = look();
    }

    /** Whether something has changed since the last time it was asked. */
    boolean haveChanged() {
        Instant now = clock.instant();
        boolean slept = Duration.between(lastLook, now).compareTo(SLEPT) > 0;
        lastLook = now;
        Set<InetAddress> before = addresses;
        addresses = look();
        return slept || !addresses.equals(before);
    }

    private Set<InetAddress> look() {
        try {
            return network.addresses();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "This machine does not tell its addresses", e);
            return addresses;
        }
    }

    /** All addresses of interfaces that are up, but for loopback. */
    static Set<InetAddress> addresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .collect(Collectors.toUnmodifiableSet());
    }
}
