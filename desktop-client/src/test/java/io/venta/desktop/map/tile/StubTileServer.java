package io.venta.desktop.map.tile;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A server of tiles on this computer that speaks of caching what a test tells it to. */
final class StubTileServer implements AutoCloseable {

    /** A request, as it came. */
    record Asked(String path, Headers headers) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile byte[] body = {1};
    private volatile Map<String, String> headers = Map.of();
    private volatile Predicate<String> halved = path -> false;
    private final CountDownLatch closed = new CountDownLatch(1);

    StubTileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    TileSource source() {
        return new TileSource(address("/{z}/{x}/{y}.png"), null);
    }

    /** From now on the answer; to who knows its ETag or date already, a 304. */
    void answers(int newStatus, byte[] newBody, Map<String, String> newHeaders) {
        status = newStatus;
        body = newBody;
        headers = newHeaders;
    }

    /** From now on it falls silent in the middle of these paths. */
    void sendsHalfOf(Predicate<String> paths) {
        halved = paths;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Headers request = exchange.getRequestHeaders();
        asked.add(new Asked(exchange.getRequestURI().getPath(), request));
        headers.forEach(exchange.getResponseHeaders()::set);
        boolean same =
                equal(request.getFirst("If-None-Match"), headers.get("ETag"))
                        || equal(
                                request.getFirst("If-Modified-Since"),
                                headers.get("Last-Modified"));
        if (same) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            if (halved.test(exchange.getRequestURI().getPath())) {
                exchange.getResponseBody().write(body, 0, body.length / 2);
                exchange.getResponseBody().flush();
                awaitClose();
            } else {
                exchange.getResponseBody().write(body);
            }
        }
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean equal(
            @org.jspecify.annotations.Nullable String one,
            @org.jspecify.annotations.Nullable String other) {
        return one != null && one.equals(other);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
