package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import io.venta.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpstreamListenersTests implements StubListener {

    private final RecordingUpstream upstream = new RecordingUpstream();
    private final List<String> outcomes = new ArrayList<>();
    private final List<Boolean> settled = new ArrayList<>();
    private final UpstreamListeners listeners =
            new UpstreamListeners(
                    List.of(this), new DeadLetters(upstream, new SettableClock()), outcomes::add);

    @Test
    void settlesOnceWhatFollowedIsConfirmed() {
        hear("/exchange/notifications/user.alice", "fine");
        assertThat(settled).isEmpty();
        assertThat(upstream.destinations()).containsExactly("/exchange/gateway/user.alice");

        upstream.confirmAll();

        assertThat(settled).containsExactly(true);
        assertThat(SendScope.current()).isNull();
    }

    @Test
    void hasItOfferedAgainWhereWhatFollowedIsLost() {
        hear("/exchange/notifications/user.alice", "fine");

        upstream.published()
                .getFirst()
                .confirmation()
                .completeExceptionally(new IllegalStateException("lost"));

        assertThat(settled).containsExactly(false);
    }

    @Test
    void deadLettersWhatCannotBeUsed() {
        hear("/exchange/notifications/user.alice", "refuse");
        assertThat(upstream.destinations()).containsExactly("/exchange/dead-letter/user.alice");
        assertThat(settled).isEmpty();

        upstream.confirmAll();

        assertThat(settled).containsExactly(true);
        assertThat(outcomes).containsExactly("invalid");
    }

    @Test
    void hasItOfferedAgainWhileTheBrokerIsAway() {
        upstream.stop();

        hear("/exchange/notifications/user.alice", "fine");
        hear("/exchange/notifications/user.alice", "refuse");

        assertThat(settled).containsExactly(false, false);
        assertThat(outcomes).containsExactly("failed", "invalid");
    }

    @Test
    void hasItOfferedAgainAfterAnUnforeseenFailure() {
        hear("/exchange/notifications/user.alice", "fail");

        assertThat(settled).containsExactly(false);
        assertThat(outcomes).containsExactly("failed");
    }

    @Test
    void isDoneWithWhatNobodyListensTo() {
        hear("/exchange/others/user.alice", "fine");

        assertThat(settled).containsExactly(true);
        assertThat(upstream.published()).isEmpty();
    }

    @Override
    public void heard(String routingKey, Map<String, String> headers, byte[] body) {
        switch (new String(body, UTF_8)) {
            case "refuse" ->
                    throw new RejectedMessageException(ErrorCode.INVALID_MESSAGE, "refused");
            case "fail" -> throw new IllegalStateException("a bug");
            default -> publish("/exchange/gateway/" + routingKey, body);
        }
    }

    /** As Spring's channels do it: what a handler throws comes wrapped. */
    private void publish(String destination, byte[] body) {
        try {
            SendScope.await(upstream.publish(destination, body, Map.of()));
        } catch (RejectedMessageException e) {
            throw new IllegalStateException("wrapped", e);
        }
    }

    private void hear(String destination, String body) {
        listeners.heard(
                UpstreamMessage.of(destination, Map.of(), body.getBytes(UTF_8))
                        .toBeSettled(settled::add));
    }
}
