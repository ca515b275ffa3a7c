package io.venta.testing;

import java.util.Map;

/** A RabbitMQ server that can be stopped and come back with what it had, on the same ports. */
sealed interface Broker permits InstalledBroker, ContainerBroker {

    /** Starts it and sets the passwords; returns once all may log in. */
    void start(Map<String, String> passwords);

    /** Ends it in good order. */
    void stop();

    /** Ends it as a power cut would. */
    void kill();

    /** Removes what it left. */
    void remove();

    int amqpPort();

    int stompPort();

    int managementPort();

    /** Runs {@code rabbitmqctl} and answers what it wrote. */
    String ctl(String... arguments);
}
