package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.venta.server.error.RejectedMessageException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsControllerTests {

    private final List<String> spent = new ArrayList<>();
    private final LocalSignIns node = new LocalSignIns();
    private final SessionsController controller =
            new SessionsController(
                    node.revocations(),
                    node.endings(),
                    (user, kind, events) -> spent.add(user.getName() + ' ' + kind + ' ' + events));
    private final SignedInUser alice = user("alice", "CUSTOMER");

    @AfterEach
    void stop() {
        node.revocations().stop();
    }

    @Test
    void endsOnesOwnSession() {
        node.open("s1", alice);
        node.open("s2", alice);

        controller.end("s1", alice);

        assertThat(node.ended()).containsExactly("s1 SESSION_REVOKED");
        assertThat(spent).containsExactly("alice OTHER 1");
    }

    @Test
    void leavesOthersSessionsAlone() {
        node.open("s1", alice);

        controller.end("s1", user("bob", "DISPATCHER"));

        assertThat(node.ended()).isEmpty();
        assertThat(node.signedIn().find("s1")).isNotNull();
    }

    @Test
    void endsAnyonesForAnAdministrator() {
        node.open("s1", alice);

        controller.end("s1", user("root", "ADMIN"));

        assertThat(node.ended()).containsExactly("s1 SESSION_REVOKED");
        assertThat(spent).isEmpty();
    }

    @Test
    void isRememberedForANodeThatIsCutOff() {
        var store = new InMemoryRevocationStore();
        var cutOff = new LocalSignIns(store);
        var other = new LocalSignIns(store);
        cutOff.open("s1", alice);
        cutOff.open("s2", user("bob", "CUSTOMER"));
        other.endings().end("s1", "alice");
        other.endings().end("s2", "alice");
        other.revocations().exchange();

        cutOff.revocations().exchange();

        assertThat(cutOff.ended()).containsExactly("s1 SESSION_REVOKED");
    }

    @Test
    void saysNothingOfSessionsThatAreNotThere() {
        controller.end("s9", alice);

        assertThat(node.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s.1", "s1\n", "żółw"})
    void refusesWhatIsNoId(String id) {
        assertThatExceptionOfType(RejectedMessageException.class)
                .isThrownBy(() -> controller.end(id, alice));
    }

    private SignedInUser user(String name, String role) {
        var token = TestTokens.token(c -> c.subject(name).claim("roles", List.of(role)));
        return (SignedInUser) node.verifier().verify(token);
    }
}
