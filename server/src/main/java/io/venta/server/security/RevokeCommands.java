package io.venta.server.security;

import io.venta.model.ErrorCode;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.topic.UpstreamListener;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Hears commands to revoke. One of the nodes takes each from their common queue and tells all; the
 * command is done with once that is confirmed, and waits while no node is there to take it.
 */
@Component
class RevokeCommands implements UpstreamListener {

    private static final String REVOKE = "session.revoke";

    private final JsonPayloads payloads;
    private final Revocations revocations;

    RevokeCommands(JsonPayloads payloads, Revocations revocations) {
        this.payloads = payloads;
        this.revocations = revocations;
    }

    @Override
    public String exchange() {
        return "commands";
    }

    @Override
    public String queue() {
        return "gateway.commands";
    }

    @Override
    public void heard(String routingKey, Map<String, String> headers, byte[] body) {
        if (!routingKey.equals(REVOKE)) {
            throw new RejectedMessageException(
                    ErrorCode.INVALID_MESSAGE, "There is no command " + routingKey);
        }
        revocations.revoke(payloads.read(body, RevokeCommand.class).revoked());
    }
}
