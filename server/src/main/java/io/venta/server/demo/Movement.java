package io.venta.server.demo;

import java.time.Instant;

/** How a vendor gets about: a pure function of time, so that any moment can be asked for. */
sealed interface Movement permits Parked, Tour {

    /** Where it is at that moment. */
    Fix at(Instant moment);
}
