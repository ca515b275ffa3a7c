package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.server.error.FatalErrors;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.StubClientSockets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.MessageBuilder;

class PublisherTests {

    private static final String REFUSAL =
            """
            {"code":"RATE_LIMIT_EXCEEDED","message":"slow down","retryable":true,"receipt":"r1"}""";

    private final Lanes lanes = new Lanes(0);
    private final Topics topics = new Topics(List.of(new StubTopicPolicy("location")), lanes);
    private final ClientSessions sessions =
            new ClientSessions(topics, new StubClientSockets(), Clock.systemUTC(), _ -> {});
    private final RecordingUpstream upstream = new RecordingUpstream();
    private final RecordingClient client = new RecordingClient("s1");
    private final Publisher publisher =
            new Publisher(
                    topics, new Queues(List.of()), sessions, upstream, new JsonPayloads(), lanes);

    @AfterEach
    void closeScope() {
        SendScope.close();
    }

    @Test
    void sendsTopicsUpstreamAndNowhereElse() {
        client.subscribe(topics, "a", "/topic/location.v1");

        publisher.publish(message("/topic/location.v1", null, "location_updated", "v1@1"));

        var published = upstream.published().getFirst();
        assertThat(published.destination()).isEqualTo("/topic/location.v1");
        assertThat(published.body()).isEqualTo("v1@1");
        assertThat(published.headers()).isEqualTo(Map.of("content-type", "application/json"));
        assertThat(client.heard()).containsExactly("RECEIPT r-a");
    }

    @Test
    void tellsAllNodesOfARemoval() {
        publisher.publish(message("/topic/location.v1", null, "vendor_removed", "{}"));

        assertThat(upstream.destinations())
                .containsExactly("/exchange/gateway/removed.location.v1");
    }

    @Test
    void sendsWhatIsForAUserToAllNodes() {
        client.subscribe(topics, "n", Destinations.NOTIFICATIONS);

        publisher.publish(message("/user/user-s1/queue/notifications", null, "notification", "hi"));

        var published = upstream.published().getFirst();
        assertThat(published.destination()).isEqualTo("/exchange/gateway/user.user-s1");
        assertThat(published.body()).isEqualTo("hi");
        assertThat(published.headers())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("content-type", "application/json", "type", "notification"));
        assertThat(client.heard()).containsExactly("RECEIPT r-n");
    }

    @Test
    void answersTheSessionThatAsked() {
        client.subscribe(topics, "r", Destinations.REPLIES);

        publisher.publish(message(Destinations.REPLIES, "s1", "pong", "{}"));
        publisher.publish(message(Destinations.REPLIES, "s2", "pong", "{}"));

        assertThat(client.heard()).containsExactly("RECEIPT r-r", "r pong {}");
    }

    @Test
    void refusesWhereTheSessionListens() {
        sessions.add(client.session());
        client.subscribe(topics, "e", Destinations.ERRORS);

        publisher.publish(message(Destinations.ERRORS, "s1", "error", REFUSAL));

        assertThat(client.heard()).containsExactly("RECEIPT r-e", "e error " + REFUSAL);
    }

    @Test
    void refusesNothingInSilence() {
        sessions.add(client.session());

        publisher.publish(message(Destinations.ERRORS, "s1", "error", REFUSAL));

        assertThat(client.heard()).containsExactly("ERROR CONNECTION_ERROR");
        assertThat(client.frames().getFirst().body())
                .contains("RATE_LIMIT_EXCEEDED", "slow down", Destinations.ERRORS);
        assertThat(FatalErrors.closeCode(client.socketAttributes()))
                .isEqualTo(ErrorCode.CONNECTION_ERROR);
    }

    @Test
    void tellsClientsToMendThemselvesWhereTryingAgainIsOfNoUse() {
        sessions.add(client.session());
        var refusal = "{\"code\":\"INVALID_MESSAGE\",\"message\":\"no\",\"retryable\":false}";

        publisher.publish(message(Destinations.ERRORS, "s1", "error", refusal));

        assertThat(client.heard()).containsExactly("ERROR PROTOCOL_ERROR");
    }

    @Test
    void endsNoSessionForAnUnheardReply() {
        sessions.add(client.session());

        publisher.publish(message(Destinations.REPLIES, "s1", "pong", "{}"));

        assertThat(client.heard()).isEmpty();
    }

    @Test
    void marksTheSendAsRefused() {
        SendScope.open();
        var scope = SendScope.current();

        publisher.publish(message(Destinations.ERRORS, "s1", "error", REFUSAL));

        assertThat(scope).isNotNull();
        assertThat(scope.isRefused()).isTrue();
    }

    @Test
    void hasTheSendsReceiptWaitForTheBroker() {
        SendScope.open();
        var scope = SendScope.current();
        assertThat(scope).isNotNull();

        publisher.publish(message("/topic/location.v1", null, null, "v1@1"));

        assertThat(scope.confirmation()).isNotDone();
        upstream.confirmAll();
        assertThat(scope.confirmation()).isCompleted();
    }

    @Test
    void refusesWhileTheBrokerIsOutOfReach() {
        upstream.stop();

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(
                        () -> publisher.publish(message("/topic/location.v1", null, null, "v1@1")))
                .returns(ErrorCode.SERVICE_DEGRADED, RejectedMessageException::code);
    }

    private static Message<byte[]> message(
            String destination,
            @org.jspecify.annotations.Nullable String session,
            @org.jspecify.annotations.Nullable String type,
            String body) {
        var headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
        headers.setDestination(destination);
        headers.setSessionId(session);
        if (type != null) {
            headers.setNativeHeader("type", type);
        }
        return MessageBuilder.createMessage(body.getBytes(UTF_8), headers.getMessageHeaders());
    }
}
