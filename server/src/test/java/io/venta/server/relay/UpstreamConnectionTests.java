package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompDecoder;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

class UpstreamConnectionTests {

    private final List<String> heard = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();
    private final AtomicInteger ready = new AtomicInteger();
    private final RecordingTcpConnection tcp = new RecordingTcpConnection();
    private final UpstreamConnection connection =
            new UpstreamConnection(
                    new UpstreamSettings("broker", 61613, "gateway", "s3cret", "venta"),
                    List.of("/topic/location.*", "/exchange/notifications/user.*"),
                    (destination, headers, body) ->
                            heard.add(
                                    destination
                                            + ' '
                                            + headers.get("type")
                                            + ' '
                                            + new String(body, UTF_8)),
                    ready::incrementAndGet,
                    (_, reason) -> losses.add(reason));

    @BeforeEach
    void connect() {
        connection.afterConnected(tcp);
    }

    @Test
    void asksForItsVirtualHostWithItsLogin() {
        var connect = tcp.sent(StompCommand.CONNECT).getFirst();

        assertThat(connect.getAcceptVersion()).containsExactly("1.2");
        assertThat(connect.getHost()).isEqualTo("venta");
        assertThat(connect.getLogin()).isEqualTo("gateway");
        assertThat(connect.getPasscode()).isEqualTo("s3cret");
        assertThat(connect.getHeartbeat()).containsExactly(10_000, 10_000);
    }

    @Test
    void subscribesToBoundedQueuesOfItsOwn() {
        brokerSays("CONNECTED\nversion:1.2\nheart-beat:0,0\n\n");

        var subscribes = tcp.sent(StompCommand.SUBSCRIBE);
        assertThat(subscribes)
                .extracting(StompHeaderAccessor::getDestination)
                .containsExactly("/topic/location.*", "/exchange/notifications/user.*");
        assertThat(subscribes)
                .allSatisfy(
                        subscribe -> {
                            assertThat(subscribe.getFirstNativeHeader("exclusive"))
                                    .isEqualTo("true");
                            assertThat(subscribe.getFirstNativeHeader("auto-delete"))
                                    .isEqualTo("true");
                            assertThat(subscribe.getFirstNativeHeader("x-max-length")).isNotBlank();
                        });
    }

    @Test
    void isReadyOnceAllIsSubscribedTo() {
        brokerSays("CONNECTED\nversion:1.2\nheart-beat:0,0\n\n");
        var receipts = receiptsOf(StompCommand.SUBSCRIBE);

        confirm(receipts.getFirst());
        assertThat(connection.isReady()).isFalse();
        assertThat(ready).hasValue(0);

        confirm(receipts.getLast());
        assertThat(connection.isReady()).isTrue();
        assertThat(ready).hasValue(1);
    }

    @Test
    void beatsAndListensAsAgreedWithTheBroker() {
        brokerSays("CONNECTED\nversion:1.2\nheart-beat:15000,20000\n\n");

        assertThat(tcp.writeMillis()).isEqualTo(20_000);
        assertThat(tcp.readMillis()).isEqualTo(45_000);
        tcp.beIdle();
        assertThat(tcp.sent().getLast().getPayload()).isEqualTo(new byte[] {'\n'});
        tcp.beSilent();
        assertThat(losses).containsExactly("is silent");
    }

    @Test
    void confirmsEachPublishByItsOwnReceipt() {
        becomeReady();
        var first = publish("/topic/location.v1");
        var second = publish("/topic/location.v2");
        var receipts = receiptsOf(StompCommand.SEND);

        confirm(receipts.getLast());
        confirm("unheard-of");

        assertThat(second).isCompleted();
        assertThat(first).isNotDone();
    }

    @Test
    void sendsNothingButItsOwnHeaders() {
        becomeReady();
        var unused = publish("/topic/location.v1");

        assertThat(tcp.sent(StompCommand.SEND).getFirst().toNativeHeaderMap().keySet())
                .containsExactlyInAnyOrder("destination", "receipt", "content-type");
    }

    @ParameterizedTest
    @CsvSource({"error", "close", "failure", "silence"})
    void failsWhatIsUnconfirmedOnceItIsLost(String how) {
        becomeReady();
        var publish = publish("/topic/location.v1");

        lose(how);
        lose("close");

        assertThat(publish).isCompletedExceptionally();
        assertThat(connection.isReady()).isFalse();
        assertThat(losses).hasSize(1);
        assertThat(tcp.closes()).isEqualTo(1);
        assertThat(publish("/topic/location.v1")).isCompletedExceptionally();
    }

    @Test
    void isLostWhenItCannotWrite() {
        becomeReady();
        tcp.fail();

        assertThat(publish("/topic/location.v1")).isCompletedExceptionally();
        assertThat(losses).containsExactly("broken pipe");
    }

    @Test
    void isLostWhenItNeverCame() {
        connection.afterConnectFailure(new IllegalStateException("refused"));

        assertThat(losses).containsExactly("not reachable (refused)");
        assertThat(ready).hasValue(0);
    }

    @Test
    void givesUpUnlessItIsReadyInTime() {
        brokerSays("CONNECTED\nversion:1.2\nheart-beat:0,0\n\n");

        connection.endUnlessReady();

        assertThat(losses).containsExactly("does not answer");
    }

    @Test
    void staysWhereItIsReadyInTime() {
        becomeReady();

        connection.endUnlessReady();

        assertThat(losses).isEmpty();
    }

    @Test
    void believesTheBrokersHeadersAndNotThePublishers() {
        becomeReady();

        brokerSays(
                """
                MESSAGE
                destination:/topic/location.v1
                type:first
                destination:/topic/location.v2
                type:second
                subscription:other

                body""");

        assertThat(heard).containsExactly("/topic/location.v1 first body");
    }

    @ParameterizedTest
    @CsvSource({
        "/topic/location.v1, /topic/location.v1",
        "/topic/location.a%2Fb%20c, '/topic/location.a/b c'",
        "/topic/location.a+b, /topic/location.a+b",
        "/exchange/notifications/user.z%C5%BC, /exchange/notifications/user.zż",
        "/topic/location.50%25, /topic/location.50%"
    })
    void decodesDestinations(String sent, String meant) {
        becomeReady();

        brokerSays("MESSAGE\ndestination:" + sent + "\n\nx");

        assertThat(heard).containsExactly(meant + " null x");
    }

    @Test
    void survivesADestinationThatIsNoEncoding() {
        becomeReady();

        brokerSays("MESSAGE\ndestination:/topic/location.%zz\n\nx");
        brokerSays("MESSAGE\ndestination:/topic/location.v1\n\ny");

        assertThat(heard).contains("/topic/location.v1 null y");
        assertThat(losses).isEmpty();
    }

    private void becomeReady() {
        brokerSays("CONNECTED\nversion:1.2\nheart-beat:15000,20000\n\n");
        receiptsOf(StompCommand.SUBSCRIBE).forEach(this::confirm);
        assertThat(connection.isReady()).isTrue();
    }

    private void lose(String how) {
        switch (how) {
            case "error" -> brokerSays("ERROR\nmessage:access_refused\n\n");
            case "close" -> connection.afterConnectionClosed();
            case "failure" -> connection.handleFailure(new IllegalStateException("reset"));
            default -> tcp.beSilent();
        }
    }

    private java.util.concurrent.CompletableFuture<Void> publish(String destination) {
        return connection.publish(
                destination, new byte[0], Map.of("content-type", "application/json"));
    }

    private List<String> receiptsOf(StompCommand command) {
        return tcp.sent(command).stream().map(StompHeaderAccessor::getReceipt).toList();
    }

    private void confirm(String receipt) {
        brokerSays("RECEIPT\nreceipt-id:" + receipt + "\n\n");
    }

    private void brokerSays(String frame) {
        new StompDecoder()
                .decode(java.nio.ByteBuffer.wrap((frame + '\0').getBytes(UTF_8)))
                .forEach(connection::handleMessage);
    }
}
