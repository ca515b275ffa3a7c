package io.venta.server.session;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * How many sockets there may be: on this node, of a user on it, from an address on all nodes.
 *
 * <p>A socket that was refused takes nobody's place while it closes. Thread-safe.
 */
@Component
final class ConnectionLimits {

    private static final String TOO_MANY =
            "Your address has as many connections as it may: come back later";

    private final ConnectionSettings settings;
    private final AddressRate connects;
    private final AtomicInteger admitted = new AtomicInteger();
    private final AddressSockets addresses;
    private final Headcount users;
    private final Map<String, String> userOf = new ConcurrentHashMap<>();
    private final SoleAddress soleAddress = new SoleAddress();

    ConnectionLimits(ConnectionSettings settings, AddressLimits limits, AddressSockets addresses) {
        this.settings = settings;
        this.connects = limits.connects();
        this.addresses = addresses;
        this.users = new Headcount(settings.maxPerUser());
    }

    /** How long a socket may be open before CONNECT lets it in. */
    Duration connectTimeout() {
        return settings.connectTimeout();
    }

    /**
     * Makes room for a socket. Where it is heard of later that there is none, the socket is closed
     * then.
     *
     * @return why there is no room, empty where there is
     */
    Optional<String> admit(ClientSocket socket) {
        var address = socket.address();
        soleAddress.note(address);
        // Who is refused for another reason has connected too.
        var wait = connects.take(address, later -> refuse(socket, tooQuick(later)));
        if (!wait.isZero()) {
            return Optional.of(tooQuick(wait));
        }
        if (admitted.incrementAndGet() > settings.max() && settings.max() > 0) {
            admitted.decrementAndGet();
            return Optional.of("This node has as many connections as it takes: come back later");
        }
        if (!addresses.enter(address, () -> refuse(socket, TOO_MANY))) {
            admitted.decrementAndGet();
            return Optional.of(TOO_MANY);
        }
        socket.admit();
        return Optional.empty();
    }

    /**
     * Counts a socket of a user that was let in.
     *
     * @throws RejectedMessageException where the user has enough of them
     */
    void enter(ClientSocket socket, Principal user) {
        if (!users.enter(user.getName())) {
            throw new RejectedMessageException(
                    ErrorCode.CONNECTION_LIMIT_EXCEEDED,
                    "You have " + settings.maxPerUser() + " connections already");
        }
        var before = userOf.put(socket.getId(), user.getName());
        if (before != null) {
            users.leave(before);
        }
    }

    /** Counts a socket no more as its user's. */
    void leave(ClientSocket socket) {
        var user = userOf.remove(socket.getId());
        if (user != null) {
            users.leave(user);
        }
    }

    /** Gives a closed socket's place to others. */
    void release(ClientSocket socket) {
        leave(socket);
        if (socket.isAdmitted()) {
            addresses.leave(socket.address());
            admitted.decrementAndGet();
        }
    }

    private static void refuse(ClientSocket socket, String reason) {
        socket.fail(ErrorCode.CONNECTION_LIMIT_EXCEEDED, reason);
    }

    private static String tooQuick(Duration wait) {
        return "Too many connects from your address: come back in %d s".formatted(inSeconds(wait));
    }

    /** Whole seconds, and not too few. */
    static long inSeconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
