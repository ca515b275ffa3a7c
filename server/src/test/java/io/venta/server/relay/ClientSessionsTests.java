package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.server.error.FatalErrors;
import io.venta.server.session.SessionEnded;
import io.venta.server.session.StubClientSockets;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientSessionsTests {

    private static final long NOT_AT_ALL = 0;
    private static final long EVERY_DAY = Duration.ofDays(1).toMillis();
    private static final byte[] FRAME = "RECEIPT\n\n\0".getBytes(UTF_8);
    private static final OutboxLimits IMPATIENT =
            new OutboxLimits(
                    Long.MAX_VALUE,
                    Integer.MAX_VALUE,
                    Duration.ZERO,
                    Long.MAX_VALUE,
                    Duration.ofDays(1));

    private static final ErrorReply REVOKED = ErrorReply.of(ErrorCode.SESSION_REVOKED, "over");

    private final SettableClock clock = new SettableClock();
    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final Lanes lanes = new Lanes(0);
    private final Topics topics = new Topics(List.of(location), lanes);
    private final StubClientSockets sockets = new StubClientSockets();
    private final ClientSessions sessions = new ClientSessions(topics, sockets, clock, _ -> {});

    @Test
    void beatsOnceTheSessionWasSilentForItsInterval() {
        var client = open("s1", 25_000, null);
        var now = System.nanoTime();

        assertThat(client.session().heartbeatDue(now + Duration.ofSeconds(24).toNanos())).isFalse();
        assertThat(client.session().heartbeatDue(now + Duration.ofSeconds(25).toNanos())).isTrue();
    }

    @Test
    void beatsWhereABeatIsDueAndNowhereElse() {
        var eager = open("s1", 1, null);
        var patient = open("s2", EVERY_DAY, null);
        var indifferent = open("s3", NOT_AT_ALL, null);
        var start = System.nanoTime();
        await().until(() -> System.nanoTime() - start > 2_000_000);

        sessions.tick();

        assertThat(eager.heard()).containsExactly("HEARTBEAT");
        assertThat(patient.heard()).isEmpty();
        assertThat(indifferent.heard()).isEmpty();
    }

    @Test
    void beatsNotWhereSomethingWasSentMeanwhile() {
        var client = open("s1", 25_000, null);
        var opened = System.nanoTime();

        await().until(() -> System.nanoTime() - opened > 2_000_000);
        client.session().send(FRAME);

        assertThat(client.session().heartbeatDue(opened + Duration.ofSeconds(25).toNanos()))
                .isFalse();
    }

    @Test
    void beatsNotIntoASocketThatTakesNothing() {
        var client = open("s1", 1, null);
        client.writer().stall();
        client.session().send(FRAME);

        assertThat(client.session().heartbeatDue(System.nanoTime() + 1_000_000_000)).isFalse();
    }

    @Test
    void leavesATokenSixtySecondsOfGrace() {
        var expiresAt = SettableClock.START.plusSeconds(100);
        var client = open("s1", NOT_AT_ALL, expiresAt);

        tickAfter(Duration.ofSeconds(160));
        assertThat(client.heard()).isEmpty();

        tickAfter(Duration.ofMillis(1));
        assertThat(client.heard()).containsExactly("ERROR TOKEN_EXPIRED");
        assertThat(FatalErrors.closeCode(client.socketAttributes()))
                .isEqualTo(ErrorCode.TOKEN_EXPIRED);
        assertThat(sockets.closed()).containsExactly("s1 TOKEN_EXPIRED");
    }

    @Test
    void saysOnceThatATokenIsOver() {
        var client = open("s1", NOT_AT_ALL, SettableClock.START);

        tickAfter(Duration.ofSeconds(61));
        tickAfter(Duration.ofSeconds(1));

        assertThat(client.heard()).containsExactly("ERROR TOKEN_EXPIRED");
    }

    @Test
    void saysWhySomebodyEndedASession() {
        var client = open("s1", NOT_AT_ALL, null);
        var other = open("s2", NOT_AT_ALL, null);
        client.subscribe(topics, "a", "/topic/location.v1");

        sessions.ended(new SessionEnded("s1", REVOKED));
        topics.accept(location, value("v1", 1));
        lanes.flush();

        assertThat(client.heard()).containsExactly("RECEIPT r-a", "ERROR SESSION_REVOKED");
        assertThat(other.heard()).isEmpty();
        assertThat(sockets.closed()).containsExactly("s1 SESSION_REVOKED");
    }

    @Test
    void closesASocketThatHasNotComeAsFarAsASession() {
        sockets.open("s1");

        sessions.ended(new SessionEnded("s1", REVOKED));

        assertThat(sockets.closed()).containsExactly("s1 SESSION_REVOKED");
    }

    @Test
    void closesOnlyOnceTheLastWordIsWritten() {
        var client = open("s1", NOT_AT_ALL, null);
        client.writer().stall();

        sessions.fail(client.session(), ErrorReply.of(ErrorCode.CONNECTION_ERROR, "no"));
        assertThat(sockets.closed()).isEmpty();

        client.writer().resume();
        assertThat(client.heard()).containsExactly("ERROR CONNECTION_ERROR");
        assertThat(sockets.closed()).containsExactly("s1 CONNECTION_ERROR");
    }

    @Test
    void endsAClientThatDoesNotRead() {
        var stuck = open("s1", IMPATIENT, NOT_AT_ALL, null);
        var reads = open("s2", IMPATIENT, NOT_AT_ALL, null);
        stuck.writer().stall();
        stuck.session().send(FRAME);
        reads.session().send(FRAME);

        sessions.tick();
        sessions.tick();

        assertThat(stuck.slow()).isEqualTo(1);
        assertThat(reads.slow()).isZero();
    }

    @Test
    void endsAClientThatDoesNotReadItsLastWord() {
        var client = open("s1", IMPATIENT, NOT_AT_ALL, SettableClock.START);
        client.writer().stall();
        client.session().send(FRAME);

        sessions.fail(client.session(), ErrorReply.of(ErrorCode.TOKEN_EXPIRED, "over"));
        sessions.tick();
        sessions.tick();

        assertThat(client.slow()).isEqualTo(1);
    }

    @Test
    void forgetsSessionsWhoseSocketIsGone() {
        var client = open("s1", NOT_AT_ALL, null);
        var stays = open("s2", NOT_AT_ALL, null);
        client.subscribe(topics, "a", "/topic/location.v1");
        stays.subscribe(topics, "a", "/topic/location.v1");
        sockets.lose("s1");

        sessions.tick();
        topics.accept(location, value("v1", 1));
        lanes.flush();

        assertThat(sessions.find("s1")).isEmpty();
        assertThat(client.heard()).containsExactly("RECEIPT r-a");
        assertThat(stays.heard()).endsWith("a location_updated v1@1");
    }

    @Test
    void removesASessionWithAllItSubscribedTo() {
        var client = open("s1", NOT_AT_ALL, null);
        client.subscribe(topics, "a", "/topic/location.v1");
        client.subscribe(topics, "b", "/topic/location.*");

        sessions.remove("s1");
        sessions.remove("s1");

        assertThat(topics.size()).isZero();
        assertThat(sessions.all()).isEmpty();
    }

    @Test
    void countsUsersAndSubscriptions() {
        open("s1", NOT_AT_ALL, null).subscribe(topics, "a", "/topic/location.v1");
        open("s2", NOT_AT_ALL, null).subscribe(topics, "a", "/topic/location.v1");

        assertThat(sessions.users()).isEqualTo(2);
        assertThat(sessions.subscriptions()).isEqualTo(2);
    }

    private RecordingClient open(String id, long heartbeatMillis, @Nullable Instant expiresAt) {
        return open(id, RecordingClient.NO_LIMITS, heartbeatMillis, expiresAt);
    }

    private RecordingClient open(
            String id, OutboxLimits limits, long heartbeatMillis, @Nullable Instant expiresAt) {
        var client = new RecordingClient(id, limits, heartbeatMillis, expiresAt);
        sockets.open(id);
        sessions.add(client.session());
        return client;
    }

    private void tickAfter(Duration time) {
        clock.advance(time);
        sessions.tick();
    }
}
