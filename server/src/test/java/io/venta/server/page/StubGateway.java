package io.venta.server.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import io.venta.testing.StompFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gateway as the page sees it, played inside the browser: files from the class path, answers and
 * messages as a test says. It serves all tabs of one visitor, on the thread that owns the browser.
 */
final class StubGateway {

    private static final String ORIGIN = "http://localhost:5006";
    private static final int STEP_SECONDS = 2;
    private static final Map<String, String> KINDS =
            Map.of(
                    "html", "text/html",
                    "css", "text/css",
                    "js", "text/javascript",
                    "svg", "image/svg+xml",
                    "json", "application/json");

    /** One tab's socket: what it sent, and what it subscribes to by id. */
    record Client(
            WebSocketRoute socket, List<StompFrame> frames, Map<String, String> subscriptions) {

        /** The bodies of its SENDs to a destination. */
        List<String> sent(String destination) {
            return frames.stream()
                    .filter(frame -> frame.is("SEND", "destination", destination))
                    .map(StompFrame::body)
                    .toList();
        }

        String connectHeader(String name) {
            return frames.stream()
                    .filter(frame -> frame.command().equals("CONNECT"))
                    .map(frame -> String.valueOf(frame.header(name)))
                    .findFirst()
                    .orElse("");
        }

        boolean hears(String destination) {
            return subscriptions.containsValue(destination);
        }

        private void send(String command, Map<String, String> headers, String body) {
            socket.send(new StompFrame(command, headers, body).encode());
        }
    }

    private record Message(String type, String body) {}

    private final BrowserContext visitor;
    private final String role;
    private final List<Client> clients = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, List<Message>> retained = new HashMap<>();

    StubGateway(BrowserContext visitor, String role) {
        this.visitor = visitor;
        this.role = role;
        visitor.route(ORIGIN + "/**", this::answer);
        visitor.routeWebSocket(ORIGIN.replace("http", "ws") + "/ws", this::opened);
        answers.put("/api/client-config", "{\"profile\":\"production\"}");
        answers.put("/api/vendors", "{\"vendors\":[]}");
        answers.put("/api/presence", "{\"entries\":[]}");
        answers.put("/api/notifications", "{\"notifications\":[],\"unread\":0}");
    }

    /** Opens the page; it is live. */
    Page open() {
        var page = visitor.newPage();
        page.navigate(ORIGIN + "/");
        page.waitForFunction("window.venta?.connection() === 'live'");
        return page;
    }

    /** From now on the answer to a path with a query or without; null for none: 503. */
    void answers(String pathAndQuery, @Nullable String json) {
        answers.put(pathAndQuery, json);
    }

    /** Comes to whoever subscribes to the destination, before the receipt. */
    void retains(String destination, String type, String body) {
        retained.computeIfAbsent(destination, none -> new ArrayList<>())
                .add(new Message(type, body));
    }

    /** Comes to whoever is subscribed now. */
    void tells(String destination, String type, String body) {
        clients.forEach(client -> deliver(client, destination, new Message(type, body)));
    }

    /** Lets the page's own clock run, in steps in which its pings are answered. */
    void letPass(Page page, int seconds) {
        for (var passed = 0; passed < seconds; passed += STEP_SECONDS) {
            visitor.clock().runFor(STEP_SECONDS * 1000L);
            page.evaluate("0");
        }
    }

    List<Client> clients() {
        return List.copyOf(clients);
    }

    Client client() {
        return clients.getLast();
    }

    /** Paths and queries of all requests so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(Route route) {
        var uri = URI.create(route.request().url());
        var path = uri.getPath();
        if (!path.startsWith("/api/")) {
            serve(route, path.equals("/") ? "/index.html" : path);
            return;
        }
        var whole = uri.getQuery() == null ? path : path + "?" + uri.getQuery();
        asked.add(whole);
        var key = answers.containsKey(whole) ? whole : path;
        var json =
                path.equals("/api/auth/session")
                        ? """
                          {"csrfToken":"c","user":{"id":"ann","roles":["%s"]},"expiresAt":"2099-01-01T00:00:00Z"}"""
                                .formatted(role)
                        : answers.get(key);
        route.fulfill(
                new Route.FulfillOptions()
                        .setStatus(json == null ? 503 : 200)
                        .setContentType("application/json")
                        .setBody(json == null ? "{}" : json));
    }

    private static void serve(Route route, String path) {
        for (var root : List.of("/static", "/META-INF/resources")) {
            try (var file = StubGateway.class.getResourceAsStream(root + path)) {
                if (file != null) {
                    var kind = path.substring(path.lastIndexOf('.') + 1);
                    route.fulfill(
                            new Route.FulfillOptions()
                                    .setContentType(KINDS.getOrDefault(kind, "text/plain"))
                                    .setBodyBytes(file.readAllBytes()));
                    return;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        route.fulfill(new Route.FulfillOptions().setStatus(404));
    }

    private void opened(WebSocketRoute socket) {
        var client = new Client(socket, new ArrayList<>(), new LinkedHashMap<>());
        clients.add(client);
        socket.onMessage(
                frame -> {
                    if (!frame.text().isBlank()) {
                        took(client, StompFrame.decode(frame.text().replace("\0", "")));
                    }
                });
    }

    private void took(Client client, StompFrame frame) {
        client.frames().add(frame);
        var id = frame.header("id");
        switch (frame.command()) {
            case "CONNECT", "STOMP" ->
                    client.send("CONNECTED", Map.of("version", "1.2", "heart-beat", "0,0"), "");
            case "SUBSCRIBE" -> subscribed(client, String.valueOf(id), frame);
            case "SEND" -> {
                if (frame.is("SEND", "destination", "/app/session.ping")) {
                    deliver(client, "/user/queue/replies", new Message("pong", pong(frame)));
                }
            }
            case "UNSUBSCRIBE" -> client.subscriptions().remove(id);
            default -> {}
        }
    }

    private void subscribed(Client client, String id, StompFrame frame) {
        var destination = String.valueOf(frame.header("destination"));
        client.subscriptions().put(id, destination);
        for (var message : retained.getOrDefault(destination, List.of())) {
            deliver(client, destination, message);
        }
        var receipt = frame.header("receipt");
        if (receipt != null) {
            client.send("RECEIPT", Map.of("receipt-id", receipt), "");
        }
    }

    private static String pong(StompFrame ping) {
        var sentAt = ping.body().replaceAll(".*\"sentAt\":\"([^\"]*)\".*", "$1");
        return "{\"sentAt\":\"%s\",\"receivedAt\":\"%s\"}".formatted(sentAt, sentAt);
    }

    private static void deliver(Client client, String destination, Message message) {
        client.subscriptions()
                .forEach(
                        (id, heard) -> {
                            if (heard.equals(destination)) {
                                var headers =
                                        Map.of(
                                                "destination",
                                                destination,
                                                "subscription",
                                                id,
                                                "message-id",
                                                "m",
                                                "type",
                                                message.type());
                                client.send("MESSAGE", headers, message.body());
                            }
                        });
    }
}
