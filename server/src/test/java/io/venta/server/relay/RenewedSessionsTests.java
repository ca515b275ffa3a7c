package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.RecordingChannel;
import io.venta.server.error.RecordingReplies;
import io.venta.server.session.SessionRenewed;
import io.venta.server.session.StubClientSockets;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenewedSessionsTests {

    private static final Instant END = SettableClock.START.plusSeconds(100);

    private final SettableClock clock = new SettableClock();
    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final Lanes lanes = new Lanes(0);
    private final Topics topics = new Topics(List.of(location), lanes);
    private final StubClientSockets sockets = new StubClientSockets();
    private final ClientSessions sessions = new ClientSessions(topics, sockets, clock, _ -> {});
    private final RecordingChannel refusals = new RecordingChannel();
    private final RenewedSessions renewed =
            new RenewedSessions(sessions, topics, RecordingReplies.over(refusals));
    private final RecordingClient client =
            new RecordingClient("s1", RecordingClient.NO_LIMITS, 0, END);

    RenewedSessionsTests() {
        sockets.open("s1");
        sessions.add(client.session());
    }

    @AfterEach
    void closeScope() {
        SendScope.close();
    }

    @Test
    void letsASessionLiveToTheEndOfItsNewerToken() {
        renew(END.plusSeconds(50), _ -> true);

        clock.advance(Duration.ofSeconds(200));
        sessions.tick();
        assertThat(client.heard()).isEmpty();

        clock.advance(Duration.ofSeconds(11));
        sessions.tick();
        assertThat(client.heard()).containsExactly("ERROR TOKEN_EXPIRED");
    }

    @Test
    void dropsWhatIsNotAllowedAnyMoreAndSaysWhich() {
        client.subscribe(topics, "a", "/topic/location.v1");
        client.subscribe(topics, "b", "/topic/location.*");
        client.subscribe(topics, "e", "/user/queue/errors");

        renew(END, destination -> !destination.endsWith("*"));
        topics.accept(location, value("v1", 1));
        lanes.flush();

        assertThat(client.session().subscriptions()).containsOnlyKeys("a", "e");
        assertThat(client.heard())
                .containsExactly(
                        "RECEIPT r-a", "RECEIPT r-b", "RECEIPT r-e", "a location_updated v1@1");
        assertThat(refusals.payloads()).hasSize(1);
        var refusal = (ErrorReply) refusals.payloads().getFirst();
        assertThat(refusal.code()).isEqualTo(ErrorCode.AUTHORIZATION_FAILED);
        assertThat(refusal.subscription()).isEqualTo("b");
        assertThat(refusal.destination()).isEqualTo("/topic/location.*");
    }

    @Test
    void asksForDestinationsAsTheClientCallsThem() {
        var asked = new ArrayList<String>();
        client.subscribe(topics, "e", "/user/queue/errors");
        client.subscribe(topics, "n", "/user/queue/notifications");

        renew(END, asked::add);

        assertThat(asked)
                .containsExactlyInAnyOrder("/user/queue/errors", "/user/queue/notifications");
    }

    @Test
    void leavesTheRefreshItsReceipt() {
        client.subscribe(topics, "a", "/topic/location.v1");
        SendScope.open();

        renew(END, _ -> false);

        assertThat(Objects.requireNonNull(SendScope.current()).isRefused()).isFalse();
    }

    @Test
    void hasNothingToDoForASessionThatIsGone() {
        renewed.renewed(new SessionRenewed("s9", END, _ -> false));

        assertThat(refusals.sent()).isEmpty();
    }

    private void renew(Instant end, Predicate<String> maySubscribe) {
        renewed.renewed(new SessionRenewed("s1", end, maySubscribe));
    }
}
