package io.venta.server.notification;

import java.util.List;

/** To whom something is sent. */
sealed interface Recipients {

    /**
     * These users and no others.
     *
     * @param keys the users' keys, maybe none
     */
    record Users(List<String> keys) implements Recipients {

        /** Keeps a list of its own. */
        public Users {
            keys = List.copyOf(keys);
        }
    }

    /** Every user there is, and who comes while it has not expired. */
    record Everyone() implements Recipients {}
}
