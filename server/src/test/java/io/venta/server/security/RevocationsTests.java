package io.venta.server.security;

import static io.venta.server.security.TestTokens.in;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationsTests {

    private final SwitchableStore store = new SwitchableStore();
    private final LocalSignIns node = new LocalSignIns(store);
    private final TokenVerifier verifier = node.verifier();
    private final RevokeCommands commands = new RevokeCommands(node.payloads(), node.revocations());

    @AfterEach
    void stop() {
        node.revocations().stop();
    }

    @Test
    void endsAllSessionsOfAUserAndNobodyElses() {
        open("s1", "alice", "t1", Duration.ofMinutes(-9));
        open("s2", "alice", "t2", Duration.ZERO);
        open("s3", "bob", "t3", Duration.ZERO);

        command("{\"userId\":\"alice\"}");

        assertThat(node.ended()).containsExactly("s1 SESSION_REVOKED", "s2 SESSION_REVOKED");
        assertThat(node.signedIn().find("s1")).isNull();
        assertThat(node.signedIn().find("s3")).isNotNull();
    }

    @Test
    void refusesAUsersTokensOfBeforeAndTakesThoseOfLater() {
        command("{\"userId\":\"alice\"}");

        assertRevoked(token("alice", "t1", Duration.ZERO));
        assertRevoked(token("alice", "t1", null));
        verifier.verify(token("bob", "t2", Duration.ZERO));

        node.clock().advance(Duration.ofSeconds(1));
        verifier.verify(token("alice", "t3", Duration.ofSeconds(1)));
    }

    @Test
    void endsASessionWhoseIssuersClockIsAhead() {
        open("s1", "alice", "t1", Duration.ofSeconds(50));

        command("{\"userId\":\"alice\"}");

        assertThat(node.ended()).containsExactly("s1 SESSION_REVOKED");
    }

    @Test
    void endsTheSessionsOfAToken() {
        var stolen = open("s1", "alice", "t1", Duration.ZERO);
        open("s2", "alice", "t2", Duration.ZERO);

        command("{\"jti\":\"t1\"}");

        assertThat(node.ended()).containsExactly("s1 SESSION_REVOKED");
        assertRevoked(stolen);
    }

    @Test
    void endsOneSession() {
        var token = open("s1", "alice", "t1", Duration.ZERO);
        open("s2", "alice", "t1", Duration.ZERO);

        command("{\"session\":\"s1\"}");

        assertThat(node.ended()).containsExactly("s1 SESSION_REVOKED");
        assertThat(verifier.verify(token).getName()).isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"userId\":null}",
                "{\"userId\":\" \"}",
                "{\"userId\":\"alice\",\"jti\":\"t1\"}"
            })
    void refusesCommandsThatSayNothingClear(String body) {
        open("s1", "alice", "t1", Duration.ZERO);

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> command(body))
                .returns(ErrorCode.INVALID_MESSAGE, RejectedMessageException::code);
        assertThat(node.ended()).isEmpty();
    }

    @Test
    void refusesOtherCommands() {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> commands.heard("node.stop", Map.of(), "{}".getBytes(UTF_8)))
                .returns(ErrorCode.INVALID_MESSAGE, RejectedMessageException::code);
    }

    @Test
    void leavesTheCommandToBeOfferedAgainWhereNodesCannotBeTold() {
        open("s1", "alice", "t1", Duration.ZERO);
        node.loseUpstream(new RejectedMessageException(ErrorCode.SERVICE_DEGRADED, "away"));

        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> command("{\"userId\":\"alice\"}"))
                .withStackTraceContaining("away");
        assertThat(node.ended()).isEmpty();
    }

    @Test
    void catchesUpWithWhatOtherNodesKnow() {
        var other = new LocalSignIns(store);
        open("s1", "alice", "t1", Duration.ZERO);
        other.revocations().revoke(Revocation.ofUser("alice"));
        other.revocations().exchange();
        assertThat(node.ended()).isEmpty();

        node.revocations().exchange();

        assertThat(node.ended()).containsExactly("s1 SESSION_REVOKED");
        other.revocations().stop();
    }

    @Test
    void writesWhenTheStoreIsBackAndKnowsItMeanwhile() {
        store.away = true;
        var token = token("alice", "t1", Duration.ZERO);
        command("{\"jti\":\"t1\"}");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> node.revocations().exchange());
        assertRevoked(token);

        store.away = false;
        node.revocations().exchange();

        assertThat(store.since(Instant.EPOCH)).containsOnlyKeys("token:t1");
    }

    @Test
    void writesAnewWhatTheStoreHasLost() {
        command("{\"jti\":\"t1\"}");
        node.revocations().exchange();
        store.store = new InMemoryRevocationStore();

        node.revocations().exchange();

        assertThat(store.since(Instant.EPOCH)).containsOnlyKeys("token:t1");
    }

    @Test
    void forgetsWhenNoTokenOfThatTimeCanLive() {
        command("{\"jti\":\"t1\"}");
        node.clock().advance(Duration.ofHours(25));
        node.revocations().exchange();

        assertThat(node.revocations().cover("alice", "t1", null)).isFalse();
    }

    private void command(String body) {
        commands.heard("session.revoke", Map.of(), body.getBytes(UTF_8));
    }

    private String open(String socket, String user, String id, Duration issued) {
        var token = token(user, id, issued);
        node.open(socket, verifier.verify(token));
        return token;
    }

    private void assertRevoked(String token) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> verifier.verify(token))
                .returns(ErrorCode.SESSION_REVOKED, RejectedMessageException::code);
    }

    private static String token(String user, String id, @Nullable Duration issued) {
        return TestTokens.token(
                c -> c.subject(user).jwtID(id).claim("iat", issued == null ? null : in(issued)));
    }

    /** A store that is out of reach now and then. */
    private static final class SwitchableStore implements RevocationStore {

        private volatile RevocationStore store = new InMemoryRevocationStore();
        private volatile boolean away;

        @Override
        public void keep(Map<String, Instant> revoked) {
            reach().keep(revoked);
        }

        @Override
        public Map<String, Instant> since(Instant moment) {
            return reach().since(moment);
        }

        private RevocationStore reach() {
            if (away) {
                throw new IllegalStateException("The store is away");
            }
            return store;
        }
    }
}
