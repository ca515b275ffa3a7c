package io.venta.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AuthenticationFailureException;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.RabbitMqNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerRightsIntegrationTests {

    private static final RabbitMqNode NODE = RabbitMqNode.shared();

    /** What no gateway took would be there for those of other tests. */
    @AfterAll
    static void leaveNoNotifications() {
        NODE.ctl("purge_queue", "gateway.notifications");
    }

    @ParameterizedTest
    @CsvSource({
        "/topic/location.*, amq.topic, location.v1",
        "/topic/vendor.*, amq.topic, vendor.v1",
        "/exchange/notifications/user.*, notifications, user.alice~40example~2ecom"
    })
    void letsGatewayHearServices(String destination, String exchange, String key)
            throws IOException {
        try (var gateway = BrokerConnection.asGateway(NODE);
                var service = AmqpPublisher.asService(NODE)) {
            gateway.sendConfirmed("SUBSCRIBE", subscription(destination), "");
            gateway.expect("RECEIPT");
            service.publish(exchange, key, "{}");
            assertThat(gateway.expect("MESSAGE").body()).isEqualTo("{}");
        }
    }

    @Test
    void letsGatewaysShareNotifications() throws IOException {
        try (var gateway = BrokerConnection.asGateway(NODE)) {
            var shared =
                    Map.of(
                            "id", "s",
                            "destination", "/amq/queue/gateway.notifications",
                            "ack", "client-individual");
            gateway.sendConfirmed("SUBSCRIBE", shared, "");
            gateway.expect("RECEIPT");
        }
        assertThat(NODE.ctl("list_queues", "name", "type", "durable").lines())
                .anyMatch(
                        line -> line.matches("gateway\\.notifications\\s+\\S*quorum\\S*\\s+true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topic/location.v1",
                "/topic/vendor.v1",
                "/topic/location.~AbcdefghiJ12",
                "/exchange/dead-letter/location.v1",
                "/exchange/events/session.opened",
                "/exchange/gateway/user.alice"
            })
    void letsGatewayPublish(String destination) throws IOException {
        try (var gateway = BrokerConnection.asGateway(NODE)) {
            gateway.sendConfirmed("SEND", Map.of("destination", destination), "{}");
            gateway.expect("RECEIPT");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topic/#",
                "/topic/*.v1",
                "/topic/other.*",
                "/queue/anything",
                "/amq/queue/svc.service.target",
                "/exchange/events/#",
                "/exchange/dead-letter/#",
                "/exchange/amq.rabbitmq.trace/#"
            })
    void keepsGatewayFromHearingOthers(String destination) throws IOException {
        declareServiceQueue("svc.service.target");
        try (var gateway = BrokerConnection.asGateway(NODE)) {
            gateway.sendConfirmed("SUBSCRIBE", subscription(destination), "");
            assertThat(gateway.expect("ERROR").body()).contains("refused");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topic/presence.v1",
                "/topic/location.a.b",
                "/topic/location.~v1",
                "/queue/anything",
                "/amq/queue/svc.service.target",
                "/exchange/notifications/users",
                "/exchange/commands/session.revoke"
            })
    void keepsGatewayFromPublishingElsewhere(String destination) throws IOException {
        declareServiceQueue("svc.service.target");
        try (var gateway = BrokerConnection.asGateway(NODE)) {
            gateway.sendConfirmed("SEND", Map.of("destination", destination), "{}");
            assertThat(gateway.expect("ERROR").body()).contains("refused");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "amq.topic, location.v1",
        "amq.topic, vendor.v1",
        "notifications, user.alice",
        "notifications, users",
        "notifications, broadcast"
    })
    void letsServicesPublish(String exchange, String key) throws IOException {
        try (var service = AmqpPublisher.asService(NODE)) {
            service.publish(exchange, key, "{}");
            assertThat(service.channel().isOpen()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "amq.topic, presence.v1",
        "amq.topic, location.a.b",
        "amq.topic, location.*",
        "amq.topic, location.~AbcdefghiJ12",
        "notifications, admins",
        "events, session.opened",
        "commands, session.revoke",
        "gateway, user.alice",
        "dead-letter, location.v1",
        "'', svc.service.target"
    })
    void keepsServicesFromPublishingElsewhere(String exchange, String key) throws IOException {
        try (var service = AmqpPublisher.asService(NODE)) {
            assertThatThrownBy(() -> service.publish(exchange, key, "{}"))
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining("ACCESS_REFUSED");
        }
    }

    @Test
    void letsServicesHearEventsThroughQueuesOfTheirOwn() throws IOException {
        try (var service = AmqpPublisher.asService(NODE);
                var gateway = BrokerConnection.asGateway(NODE)) {
            service.channel().queueDeclare("svc.service.events", false, true, true, null);
            service.channel().queueBind("svc.service.events", "events", "session.*");
            var event = Map.of("destination", "/exchange/events/session.opened");
            gateway.sendConfirmed("SEND", event, "opened");
            gateway.expect("RECEIPT");
            Awaitility.await()
                    .untilAsserted(
                            () -> {
                                var got = service.channel().basicGet("svc.service.events", true);
                                assertThat(got).isNotNull();
                                assertThat(got.getBody())
                                        .asString(StandardCharsets.UTF_8)
                                        .isEqualTo("opened");
                            });
        }
    }

    @Test
    void keepsServicesFromQueuesOfOthers() throws IOException {
        try (var service = AmqpPublisher.asService(NODE)) {
            assertThatThrownBy(
                            () -> service.channel().queueDeclare("orders", false, true, true, null))
                    .hasStackTraceContaining("ACCESS_REFUSED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"amq.topic", "notifications", "commands", "gateway", "dead-letter"})
    void keepsServicesFromHearingOthers(String exchange) throws IOException {
        declareServiceQueue("svc.service.target");
        try (var service = AmqpPublisher.asService(NODE)) {
            assertThatThrownBy(
                            () -> service.channel().queueBind("svc.service.target", exchange, "#"))
                    .hasStackTraceContaining("ACCESS_REFUSED");
        }
    }

    @Test
    void letsCommandsRevokeSessionsOnly() throws IOException {
        try (var commands = AmqpPublisher.asCommands(NODE)) {
            commands.publish("commands", "session.revoke", "{\"jti\":\"nobodys\"}");
            assertThatThrownBy(() -> commands.publish("commands", "node.stop", "{}"))
                    .hasStackTraceContaining("ACCESS_REFUSED");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "guest, guest",
        "gateway, ''",
        "gateway, gateway",
        "service, wrong",
        "commands, ''"
    })
    void refusesWrongLogins(String login, String password) throws IOException {
        assertThatThrownBy(() -> AmqpPublisher.connect(NODE, login, password))
                .isInstanceOf(AuthenticationFailureException.class);
        try (var stomp =
                BrokerConnection.open(NODE, Map.of("login", login, "passcode", password))) {
            assertThat(stomp.read().command()).isEqualTo("ERROR");
        }
    }

    @Test
    void refusesNobody() throws IOException {
        try (var stomp = BrokerConnection.open(NODE, Map.of())) {
            assertThat(stomp.read().command()).isEqualTo("ERROR");
        }
    }

    @Test
    void boundsEveryQueue() throws IOException {
        declareServiceQueue("svc.service.target");
        try (var gateway = BrokerConnection.asGateway(NODE)) {
            gateway.sendConfirmed("SUBSCRIBE", subscription("/topic/location.*"), "");
            gateway.expect("RECEIPT");
            assertThat(NODE.ctl("list_queues", "name", "policy").lines())
                    .anyMatch(
                            line -> line.matches("svc\\.service\\.target\\s+bound-service-queues"))
                    .anyMatch(
                            line -> line.matches("stomp-subscription-\\S+\\s+bound-subscriptions"));
        }
    }

    private static Map<String, String> subscription(String destination) {
        return Map.of(
                "id", "s",
                "destination", destination,
                "exclusive", "true",
                "auto-delete", "true",
                "x-queue-type", "classic",
                "x-max-length", "1000");
    }

    private static void declareServiceQueue(String name) throws IOException {
        try (var service = AmqpPublisher.asService(NODE)) {
            service.channel().queueDeclare(name, true, false, false, null);
        }
    }
}
