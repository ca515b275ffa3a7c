package io.venta.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venta.testing.AmqpPublisher;
import io.venta.testing.RabbitMqNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerRestartIntegrationTests {

    @Test
    void keepsLoginsAndMessagesWhenItComesBack() throws IOException {
        var node = RabbitMqNode.shared();
        try (var service = AmqpPublisher.asService(node)) {
            service.channel().queueDeclare("svc.service.durable", true, false, false, null);
        }
        node.stop();
        assertThatThrownBy(() -> AmqpPublisher.asService(node)).isInstanceOf(IOException.class);
        node.restart();
        try (var service = AmqpPublisher.asService(node);
                var commands = AmqpPublisher.asCommands(node);
                var gateway = BrokerConnection.asGateway(node)) {
            service.channel().queueDeclarePassive("svc.service.durable");
            commands.publish("commands", "session.revoke", "{\"jti\":\"nobodys\"}");
            gateway.sendConfirmed("SEND", Map.of("destination", "/topic/location.v1"), "{}");
            assertThat(gateway.read().command()).isEqualTo("RECEIPT");
        }
    }
}
