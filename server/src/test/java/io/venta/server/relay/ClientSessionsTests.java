package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import io.venta.server.error.FatalErrors;
import io.venta.server.session.StubClientSockets;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientSessionsTests {

    private final SettableClock clock = new SettableClock();
    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final Topics topics = new Topics(List.of(location));
    private final StubClientSockets sockets = new StubClientSockets();
    private final ClientSessions sessions = new ClientSessions(topics, sockets, clock);

    @Test
    void beatsOnceTheSessionWasSilentForItsInterval() {
        var client = open("s1", 25_000, null);

        tickAfter(Duration.ofMillis(24_999));
        assertThat(client.heard()).isEmpty();

        tickAfter(Duration.ofMillis(1));
        assertThat(client.heard()).containsExactly("HEARTBEAT");
    }

    @Test
    void beatsNotWhereSomethingWasSentMeanwhile() {
        var client = open("s1", 25_000, null);
        clock.advance(Duration.ofSeconds(20));
        client.session().sent(clock.millis());

        tickAfter(Duration.ofSeconds(10));

        assertThat(client.heard()).isEmpty();
    }

    @Test
    void beatsNotForThoseWhoWantNone() {
        var client = open("s1", 0, null);

        tickAfter(Duration.ofHours(1));

        assertThat(client.heard()).isEmpty();
    }

    @Test
    void leavesATokenSixtySecondsOfGrace() {
        var expiresAt = SettableClock.START.plusSeconds(100);
        var client = open("s1", 0, expiresAt);

        tickAfter(Duration.ofSeconds(160));
        assertThat(client.heard()).isEmpty();

        tickAfter(Duration.ofMillis(1));
        assertThat(client.heard()).containsExactly("ERROR TOKEN_EXPIRED");
        assertThat(FatalErrors.closeCode(client.socketAttributes()))
                .isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void saysOnceThatATokenIsOver() {
        var client = open("s1", 0, SettableClock.START);

        tickAfter(Duration.ofSeconds(61));
        tickAfter(Duration.ofSeconds(1));

        assertThat(client.heard()).containsExactly("ERROR TOKEN_EXPIRED");
    }

    @Test
    void forgetsSessionsWhoseSocketIsGone() {
        var client = open("s1", 0, null);
        var stays = open("s2", 0, null);
        client.subscribe(topics, "a", "/topic/location.v1");
        stays.subscribe(topics, "a", "/topic/location.v1");
        sockets.lose("s1");

        sessions.tick();
        topics.accept(location, value("v1", 1));

        assertThat(sessions.find("s1")).isEmpty();
        assertThat(client.heard()).containsExactly("RECEIPT r-a");
        assertThat(stays.heard()).endsWith("a location_updated v1@1");
    }

    @Test
    void removesASessionWithAllItSubscribedTo() {
        var client = open("s1", 0, null);
        client.subscribe(topics, "a", "/topic/location.v1");
        client.subscribe(topics, "b", "/topic/location.*");

        sessions.remove("s1");
        sessions.remove("s1");

        assertThat(topics.size()).isZero();
        assertThat(sessions.all()).isEmpty();
    }

    @Test
    void countsUsersAndSubscriptions() {
        open("s1", 0, null).subscribe(topics, "a", "/topic/location.v1");
        open("s2", 0, null).subscribe(topics, "a", "/topic/location.v1");

        assertThat(sessions.users()).isEqualTo(2);
        assertThat(ClientSession.subscriptionsOf(sessions.all())).isEqualTo(2);
    }

    private RecordingClient open(String id, long heartbeatMillis, @Nullable Instant expiresAt) {
        var client = new RecordingClient(id, heartbeatMillis, expiresAt);
        client.session().sent(clock.millis());
        sockets.open(id);
        sessions.add(client.session());
        return client;
    }

    private void tickAfter(Duration time) {
        clock.advance(time);
        sessions.tick();
    }
}
