package io.venta.server.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.venta.testing.AmqpPublisher;
import io.venta.testing.RabbitMqNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears all that is published to RabbitMQ, and knows which queues, bindings and exchanges it had:
 * the nodes' queues have new names where a node had to connect again.
 */
final class BrokerWitness implements AutoCloseable {

    private static final String LOGIN = "witness";
    private static final String PASSWORD = "witness-" + UUID.randomUUID();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** By which nodes watch their own queues. */
    private static final String OF_THEIR_OWN =
            ".*(\\.~|/probe\\.)[A-Za-z0-9]{12}|gateway/node\\.report"
                    + "|events/(session\\.(opened|closed)|presence\\.changed)";

    private static boolean hasLogin;

    private final RabbitMqNode node;
    private final AmqpPublisher connection;
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final List<AMQP.BasicProperties> properties = new CopyOnWriteArrayList<>();
    private final Set<String> before;

    private BrokerWitness(RabbitMqNode node) throws IOException {
        this.node = node;
        this.connection = AmqpPublisher.connect(node, LOGIN, PASSWORD);
        listen();
        this.before = topology();
    }

    static BrokerWitness of(RabbitMqNode node) {
        try {
            logIn(node);
            return new BrokerWitness(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void logIn(RabbitMqNode node) {
        if (!hasLogin) {
            node.ctl("add_user", LOGIN, PASSWORD);
            node.ctl("set_user_tags", LOGIN, "monitoring");
            node.ctl("set_permissions", LOGIN, ".*", ".*", ".*");
            hasLogin = true;
        }
    }

    private void listen() throws IOException {
        var channel = connection.channel();
        var queue = channel.queueDeclare().getQueue();
        for (var exchange :
                List.of(
                        "amq.topic",
                        "notifications",
                        "events",
                        "commands",
                        "gateway",
                        "dead-letter")) {
            channel.queueBind(queue, exchange, "#");
        }
        channel.basicConsume(
                queue,
                true,
                new DefaultConsumer(channel) {
                    @Override
                    public void handleDelivery(
                            String tag,
                            Envelope envelope,
                            AMQP.BasicProperties given,
                            byte[] body) {
                        var key = envelope.getExchange() + '/' + envelope.getRoutingKey();
                        if (!key.matches(OF_THEIR_OWN)) {
                            published.add(key + ' ' + new String(body, UTF_8));
                            properties.add(given);
                        }
                    }
                });
    }

    /** What has been published since it listens: exchange, routing key, body. */
    List<String> published() {
        return published;
    }

    /** RabbitMQ is as it was, and was told nothing by a client but bodies. */
    void assertAsBefore() {
        assertThat(topology()).isEqualTo(before);
        assertThat(properties)
                .allSatisfy(
                        given -> {
                            assertThat(given.getReplyTo()).isNull();
                            assertThat(given.getExpiration()).isNull();
                            assertThat(given.getPriority()).isNull();
                            assertThat(given.getCorrelationId()).isNull();
                            assertThat(given.getMessageId()).isNull();
                            assertThat(given.getUserId()).isNull();
                            assertThat(given.getAppId()).isNull();
                            assertThat(given.getHeaders().keySet())
                                    .isSubsetOf("receipt", "content-length");
                        });
    }

    private Set<String> topology() {
        var all = new TreeSet<String>();
        for (var kind : List.of("queues", "exchanges")) {
            get("/api/" + kind + "?columns=name,durable,auto_delete,arguments").forEach(all::add);
        }
        get("/api/bindings?columns=source,destination,routing_key,arguments").forEach(all::add);
        return all;
    }

    private List<String> get(String path) {
        var login = Base64.getEncoder().encodeToString((LOGIN + ':' + PASSWORD).getBytes(UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(node.managementUrl() + path))
                        .header("Authorization", "Basic " + login)
                        .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body()).valueStream().map(String::valueOf).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in a request", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
