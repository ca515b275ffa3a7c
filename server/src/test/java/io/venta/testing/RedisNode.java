package io.venta.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisServer;

/**
 * A Redis server of the tests' own, on a free port of the loopback interface. It keeps its data
 * while it is stopped, and ends with the JVM at the latest.
 */
public final class RedisNode implements AutoCloseable {

    private final int port = FreePorts.next();
    private final Path folder = ScratchFolder.create("venta-redis-");
    private final RedisServer server;

    private RedisNode() throws IOException {
        this.server =
                RedisServer.newRedisServer()
                        .port(port)
                        .bind("127.0.0.1")
                        .setting("dir " + folder)
                        .setting("appendonly yes")
                        .setting("appendfsync always")
                        .setting("save \"\"")
                        .soutListener(line -> {})
                        .build();
    }

    /** Starts one. */
    public static RedisNode start() {
        try {
            var node = new RedisNode();
            AtExit.run(node::close);
            node.server.start();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not start", e);
        }
    }

    /** Port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Value of {@code REDIS_URL}. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Ends it; connections are closed. */
    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not stop", e);
        }
    }

    /** Starts it again with what it had, on the same port, after ending it where it still runs. */
    public void restart() {
        stop();
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not start", e);
        }
    }

    /** Starts it again with nothing in it, on the same port. */
    public void restartEmpty() {
        stop();
        ScratchFolder.delete(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Redis has nowhere to keep its data", e);
        }
        restart();
    }

    /** Ends it and removes its data. */
    @Override
    public synchronized void close() {
        stop();
        ScratchFolder.delete(folder);
    }
}
