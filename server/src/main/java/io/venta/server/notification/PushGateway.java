package io.venta.server.notification;

import io.venta.model.notification.Notification;

/** The way to devices that are away. Thread-safe; blocks. */
interface PushGateway {

    /** Pushes a notification to one device, and says what came of it; throws nothing. */
    Outcome push(String token, Notification notification);

    /** What came of it. */
    enum Outcome {
        /** It is on its way. */
        ACCEPTED,
        /** The token is good for nothing any more. */
        UNREGISTERED,
        /** Not now; later it may be. */
        LATER,
        /** It will never be. */
        REFUSED
    }
}
