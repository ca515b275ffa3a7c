package io.venta.server.session;

import io.github.bucket4j.TimeMeter;
import org.springframework.stereotype.Component;

/** What is counted of each address: connects, and sign-ins that failed. */
@Component
final class AddressLimits {

    private final AddressRate connects;
    private final AddressRate failedSignIns;

    AddressLimits(ConnectionSettings settings, SharedRates shared, TimeMeter time) {
        this.connects = new AddressRate("connect", settings.ratePerAddress(), shared, time);
        this.failedSignIns = new AddressRate("sign-in", settings.failedSignIns(), shared, time);
    }

    AddressRate connects() {
        return connects;
    }

    AddressRate failedSignIns() {
        return failedSignIns;
    }
}
