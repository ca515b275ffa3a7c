package io.venta.testing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A RabbitMQ server of the tests' own, with the logins, rights and limits of production.
 *
 * <p>In a container where a Docker engine answers, else a private node of the RabbitMQ that is
 * installed. Starting takes some seconds, so tests that do not stop it use {@link #shared()}. It
 * ends with the JVM at the latest.
 */
public final class RabbitMqNode implements AutoCloseable {

    /** The image that containers are made of, here and in docker-compose.yml. */
    public static final String IMAGE = "rabbitmq:4.3-management";

    /** What is taken from the folder rabbitmq. */
    static final List<String> FILES =
            List.of(
                    "rabbitmq.conf",
                    "enabled_plugins",
                    "definitions.json",
                    "set-passwords.sh",
                    "start.sh");

    private final Broker broker;
    private final Map<String, String> passwords =
            Map.of(
                    "RABBITMQ_PASSWORD", "gateway-" + UUID.randomUUID(),
                    "RABBITMQ_SERVICE_PASSWORD", "service-" + UUID.randomUUID(),
                    "RABBITMQ_COMMANDS_PASSWORD", "commands-" + UUID.randomUUID());

    private RabbitMqNode(Broker broker) {
        this.broker = broker;
    }

    /**
     * The node that the tests of this JVM share; started by the first one that asks. Who stops it
     * {@linkplain #restart() restarts} it before the test ends.
     */
    public static RabbitMqNode shared() {
        return Shared.NODE;
    }

    /**
     * The node for tests that cannot share one with the gateways of others; started by the first
     * class that asks. A class that starts gateways on it ends them, and takes away what they would
     * leave to the next.
     */
    public static RabbitMqNode apart() {
        return Apart.NODE;
    }

    /**
     * Starts a node that nobody else uses.
     *
     * @throws IllegalStateException if there is no RabbitMQ to start, or it does not start
     */
    public static RabbitMqNode start() {
        var node = new RabbitMqNode(chooseBroker());
        AtExit.run(node::close);
        node.broker.start(node.passwords);
        return node;
    }

    private static Broker chooseBroker() {
        if (ContainerBroker.isAvailable()) {
            return new ContainerBroker();
        }
        return InstalledBroker.programs()
                .map(InstalledBroker::new)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "These tests need RabbitMQ: start Docker, or install"
                                                + " rabbitmq-server (bin/test does, where it may)"));
    }

    /** Host of all its ports. */
    public String host() {
        return "localhost";
    }

    /** Port for AMQP 0-9-1. */
    public int amqpPort() {
        return broker.amqpPort();
    }

    /** Port for STOMP. */
    public int stompPort() {
        return broker.stompPort();
    }

    /** Where its management plugin answers. */
    public URI managementUrl() {
        return URI.create("http://" + host() + ":" + broker.managementPort());
    }

    /** Password of the login "gateway". */
    public String gatewayPassword() {
        return password("RABBITMQ_PASSWORD");
    }

    /** Password of the login "service". */
    public String servicePassword() {
        return password("RABBITMQ_SERVICE_PASSWORD");
    }

    /** Password of the login "commands". */
    public String commandsPassword() {
        return password("RABBITMQ_COMMANDS_PASSWORD");
    }

    private String password(String variable) {
        @Nullable String value = passwords.get(variable);
        if (value == null) {
            throw new IllegalArgumentException(variable);
        }
        return value;
    }

    /** The environment by which a server process finds this node. */
    public Map<String, String> serverEnvironment() {
        return Map.of(
                "RABBITMQ_HOST", host(),
                "RABBITMQ_PORT", Integer.toString(amqpPort()),
                "RABBITMQ_STOMP_PORT", Integer.toString(stompPort()),
                "RABBITMQ_USERNAME", "gateway",
                "RABBITMQ_PASSWORD", gatewayPassword());
    }

    /** Ends it in good order; connections are closed. */
    public void stop() {
        broker.stop();
    }

    /** Ends it as a power cut would. */
    public void kill() {
        broker.kill();
    }

    /** Starts it again with what it had, on the same ports, after ending it where it still runs. */
    public void restart() {
        broker.stop();
        broker.start(passwords);
    }

    /**
     * Runs {@code rabbitmqctl} on the node and answers what it wrote.
     *
     * @throws IllegalStateException if it fails; the message says what it wrote
     */
    public String ctl(String... arguments) {
        return broker.ctl(arguments);
    }

    /** Ends it and removes its data. */
    @Override
    public synchronized void close() {
        broker.remove();
    }

    private static final class Shared {

        static final RabbitMqNode NODE = start();
    }

    private static final class Apart {

        static final RabbitMqNode NODE = start();
    }
}
