package io.venta.server.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A page of somebody else's, on a port of the loopback interface. */
final class EvilSite implements AutoCloseable {

    private final HttpServer server;

    private EvilSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var page = "<!doctype html><title>evil</title>".getBytes(UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.start();
    }

    static EvilSite open() {
        try {
            return new EvilSite();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address under a name of this machine. */
    String under(String host) {
        return "http://" + host + ":" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
