package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.ErrorCode;
import io.venta.model.Role;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.vendor.TestUsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

class ConnectionLimitsTests {

    private static final CloseStatus REFUSED = new CloseStatus(4010, "CONNECTION_LIMIT_EXCEEDED");

    private final SettableTime time = new SettableTime();
    private final StubSharedRates shared = new StubSharedRates();
    private final List<String> told = new ArrayList<>();

    @Test
    void takesAsManyAsTheNodeBears() throws Exception {
        var handler = handler(new ConnectionSettings(Duration.ofSeconds(10), 2, 0, 0, 0, 0));
        var first = open(handler, "s1", "192.0.2.1");
        open(handler, "s2", "192.0.2.2");

        var third = open(handler, "s3", "192.0.2.3");

        assertThat(third.closes()).containsExactly(REFUSED);
        assertThat(third.jetty().texts())
                .singleElement()
                .asString()
                .startsWith("ERROR\n")
                .contains("code:CONNECTION_LIMIT_EXCEEDED", "come back later");
        assertThat(told).containsExactly("opened s1", "opened s2");

        // Who was refused takes no place, neither while it closes nor when it has.
        handler.afterConnectionClosed(third, REFUSED);
        assertThat(open(handler, "s4", "192.0.2.4").closes()).isNotEmpty();
        handler.afterConnectionClosed(first, CloseStatus.NORMAL);
        assertThat(open(handler, "s5", "192.0.2.5").closes()).isEmpty();
        assertThat(told).containsExactly("opened s1", "opened s2", "closed s1", "opened s5");
    }

    @Test
    void takesSoManyFromAnAddress() throws Exception {
        var handler = handler(new ConnectionSettings(Duration.ofSeconds(10), 0, 0, 2, 0, 0));
        var first = open(handler, "s1", "2001:db8::1");
        open(handler, "s2", "2001:db8::2");

        assertThat(open(handler, "s3", "2001:db8::3").closes()).containsExactly(REFUSED);
        assertThat(open(handler, "s4", "2001:db8:0:1::1").closes()).isEmpty();

        handler.afterConnectionClosed(first, CloseStatus.NORMAL);
        assertThat(open(handler, "s5", "2001:db8::5").closes()).isEmpty();
    }

    @Test
    void refusesWhoConnectsTooOftenAndSaysWhenToComeBack() throws Exception {
        var handler = handler(new ConnectionSettings(Duration.ofSeconds(10), 0, 0, 0, 6, 0));
        for (int i = 0; i < 6; i++) {
            var each = open(handler, "s" + i, "192.0.2.1");
            handler.afterConnectionClosed(each, CloseStatus.NORMAL);
        }

        var refused = open(handler, "s7", "192.0.2.1");

        assertThat(refused.closes()).containsExactly(REFUSED);
        assertThat(refused.jetty().texts()).singleElement().asString().contains("in 10 s");
    }

    @Test
    void refusesWhoConnectedTooOftenElsewhereOnceItIsHeardOf() throws Exception {
        var answer = new CompletableFuture<Duration>();
        shared.answer(answer);
        var handler = handler(new ConnectionSettings(Duration.ofSeconds(10), 0, 0, 0, 6, 0));
        var socket = open(handler, "s1", "192.0.2.1");
        assertThat(socket.closes()).isEmpty();

        answer.complete(Duration.ofMillis(1_500));

        assertThat(socket.closes()).containsExactly(REFUSED);
        assertThat(socket.jetty().texts()).singleElement().asString().contains("in 2 s");
    }

    @Test
    void countsTheSocketsOfAUser() {
        var limits =
                TestLimits.connections(
                        new ConnectionSettings(Duration.ofSeconds(10), 0, 2, 0, 0, 0), time);
        var alice = TestUsers.user(Role.CUSTOMER);
        var first = socket("s1");
        limits.enter(first, alice);
        limits.enter(socket("s2"), alice);

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> limits.enter(socket("s3"), alice))
                .returns(ErrorCode.CONNECTION_LIMIT_EXCEEDED, RejectedMessageException::code);

        limits.release(first);
        limits.release(first);
        limits.enter(socket("s4"), alice);
    }

    private WebSocketHandler handler(ConnectionSettings settings) {
        var sockets =
                TestLimits.sockets(
                        TestLimits.connections(settings, shared, time),
                        time,
                        new SimpleMeterRegistry());
        return sockets.decorate(
                new AbstractWebSocketHandler() {
                    @Override
                    public void afterConnectionEstablished(WebSocketSession session) {
                        told.add("opened " + session.getId());
                    }

                    @Override
                    public void afterConnectionClosed(
                            WebSocketSession session, CloseStatus status) {
                        told.add("closed " + session.getId());
                    }
                });
    }

    private static StubWebSocketSession open(WebSocketHandler handler, String id, String address)
            throws Exception {
        var webSocket = new StubWebSocketSession(id).from(address);
        handler.afterConnectionEstablished(webSocket);
        return webSocket;
    }

    private ClientSocket socket(String id) {
        var webSocket = new StubWebSocketSession(id);
        var conduct = Objects.requireNonNull(Conduct.in(webSocket.getAttributes()));
        return new ClientSocket(webSocket, conduct, time);
    }
}
