package io.venta.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.MountableFile;

/** RabbitMQ in a container, by the image, files and entry point of docker-compose.yml. */
final class ContainerBroker implements Broker {

    private static final String FOLDER = "/etc/rabbitmq/";
    private static final int READABLE = 0444;

    private final int amqpPort = FreePorts.next();
    private final int stompPort = FreePorts.next();
    private final int managementPort = FreePorts.next();
    private @Nullable FixedPortContainer container;

    /** Whether a Docker engine answers. */
    static boolean isAvailable() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public void start(Map<String, String> passwords) {
        if (container == null) {
            container = create(passwords);
            container.start();
        } else {
            var docker = container.getDockerClient();
            docker.startContainerCmd(container.getContainerId()).exec();
        }
        execute("sh", FOLDER + "set-passwords.sh");
    }

    private FixedPortContainer create(Map<String, String> passwords) {
        var created =
                new FixedPortContainer()
                        .bind(amqpPort, 5672)
                        .bind(stompPort, 61613)
                        .bind(managementPort, 15672);
        for (var file : RabbitMqNode.FILES) {
            var source = ProjectFiles.get("rabbitmq/" + file);
            created.withCopyFileToContainer(
                    MountableFile.forHostPath(source, READABLE), FOLDER + file);
        }
        return created.withEnv(passwords)
                .withCreateContainerCmdModifier(
                        command -> command.withEntrypoint("sh", FOLDER + "start.sh"));
    }

    @Override
    public void stop() {
        var running = running();
        running.getDockerClient().stopContainerCmd(running.getContainerId()).exec();
    }

    @Override
    public void kill() {
        var running = running();
        running.getDockerClient().killContainerCmd(running.getContainerId()).exec();
    }

    @Override
    public void remove() {
        if (container != null) {
            container.stop();
        }
    }

    @Override
    public int amqpPort() {
        return amqpPort;
    }

    @Override
    public int stompPort() {
        return stompPort;
    }

    @Override
    public int managementPort() {
        return managementPort;
    }

    @Override
    public String ctl(String... arguments) {
        var command = new String[arguments.length + 2];
        command[0] = "rabbitmqctl";
        command[1] = "--quiet";
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        return execute(command);
    }

    private String execute(String... command) {
        try {
            var result = running().execInContainer(command);
            if (result.getExitCode() != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + " failed:\n" + result.getStderr());
            }
            return result.getStdout();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a command runs", e);
        }
    }

    private FixedPortContainer running() {
        if (container == null) {
            throw new IllegalStateException("The container has not been started");
        }
        return container;
    }

    /** Keeps its ports when it is stopped and started, as a server of its own would. */
    private static final class FixedPortContainer extends GenericContainer<FixedPortContainer> {

        FixedPortContainer() {
            super(RabbitMqNode.IMAGE);
        }

        FixedPortContainer bind(int hostPort, int containerPort) {
            addFixedExposedPort(hostPort, containerPort);
            return this;
        }
    }
}
