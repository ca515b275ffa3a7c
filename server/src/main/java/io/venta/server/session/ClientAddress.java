package io.venta.server.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;

/**
 * The address of a client as limits tell them apart: of IPv6 the first 64 bits, since whoever has
 * one address of them has all.
 */
final class ClientAddress {

    private static final String ATTRIBUTE = ClientAddress.class.getName();
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    static String of(String remote) {
        var literal = remote.startsWith("[") ? remote.substring(1, remote.length() - 1) : remote;
        try {
            var address = InetAddress.ofLiteral(literal);
            return address instanceof Inet6Address ? network(address) : address.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return "unknown";
        }
    }

    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Sixteen bytes are an address", e);
        }
    }

    /** Leaves it with a socket that is about to open. */
    static void leaveIn(Map<String, Object> socketAttributes, String remote) {
        socketAttributes.put(ATTRIBUTE, of(remote));
    }

    /** What was left with a socket. */
    static String in(Map<String, Object> socketAttributes) {
        return (String) socketAttributes.getOrDefault(ATTRIBUTE, "unknown");
    }
}
