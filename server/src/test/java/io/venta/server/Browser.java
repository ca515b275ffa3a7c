package io.venta.server;

import io.venta.model.session.SessionReply;
import io.venta.testing.ServerProcess;
import io.venta.testing.StompTestClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser has once it is signed in.
 *
 * @param cookie name and value
 * @param reply what it was told
 */
record Browser(String cookie, SessionReply reply) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SESSION = "/api/auth/session";

    static Browser signIn(ServerProcess node, String token) {
        var opened = node.send("POST", SESSION, "Authorization", "Bearer " + token);
        var cookie = opened.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new Browser(cookie, JSON.readValue(opened.body(), SessionReply.class));
    }

    /** A request about its session. */
    HttpResponse<String> session(ServerProcess node, String method) {
        return node.send(method, SESSION, "Cookie", cookie, "X-CSRF-TOKEN", reply.csrfToken());
    }

    /** Opens a WebSocket as a page of that node does. */
    StompTestClient open(ServerProcess node) {
        var origin = node.baseUrl().toString();
        return StompTestClient.open(node.wsUrl(), Map.of("Cookie", cookie, "Origin", origin));
    }

    /** Opens a WebSocket and is let in. */
    StompTestClient connect(ServerProcess node) {
        var client = open(node);
        client.connect(Map.of("X-CSRF-TOKEN", reply.csrfToken()));
        client.awaitFrame(frame -> frame.command().equals("CONNECTED"), SOON);
        return client;
    }
}
