package io.venta.server.relay;

import io.venta.server.topic.UpstreamListener;

/** Listens to notifications, as a feature does. */
@FunctionalInterface
interface StubListener extends UpstreamListener {

    @Override
    default String exchange() {
        return "notifications";
    }

    @Override
    default String queue() {
        return "gateway.notifications";
    }
}
