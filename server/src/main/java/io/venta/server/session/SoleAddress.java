package io.venta.server.session;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices, and says once, where all clients seem to be at one address: that is a proxy's. */
final class SoleAddress {

    static final int ENOUGH = 100;

    private static final Logger log = LoggerFactory.getLogger(SoleAddress.class);

    private final AtomicReference<String> sole = new AtomicReference<>("");
    private final AtomicInteger connects = new AtomicInteger();

    /** A client connects. */
    void note(String address) {
        if (connects.get() >= ENOUGH) {
            return;
        }
        if (!sole.compareAndSet("", address) && !sole.get().equals(address)) {
            connects.set(ENOUGH);
        } else if (connects.incrementAndGet() == ENOUGH) {
            log.warn(
                    "All {} connects came from {}: if a proxy is there, name it in"
                            + " GATEWAY_TRUSTED_PROXIES, or all clients share one address's limits",
                    ENOUGH,
                    address);
        }
    }
}
