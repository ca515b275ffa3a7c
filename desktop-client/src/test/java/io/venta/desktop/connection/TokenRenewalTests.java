package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.model.ErrorCode;
import io.venta.testing.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tokens here do not say when they end: the server does, an hour after each is let in. */
class TokenRenewalTests {

    private static final Backoff SECOND =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), () -> 2_000);

    private final SettableClock clock = new SettableClock();
    private final Instant end = SettableClock.START.plus(Duration.ofHours(1));
    private final StubTokens tokens = new StubTokens();
    private final List<String> offered = new ArrayList<>();
    private final Deque<Exception> refusals = new ArrayDeque<>();
    private TokenRenewal renewal;

    /** Hands out numbered tokens, unless it is told to fail. */
    private static final class StubTokens implements TokenSource {

        private final Deque<Exception> failures = new ArrayDeque<>();
        private int fetched;

        @Override
        public String token() throws IOException, RefusedException {
            switch (failures.poll()) {
                case IOException e -> throw e;
                case RefusedException e -> throw e;
                case null, default -> {
                    return "token-" + ++fetched;
                }
            }
        }

        @Override
        public boolean renews() {
            return true;
        }
    }

    @BeforeEach
    void signIn() throws Exception {
        renewal = renewing(tokens);
    }

    private TokenRenewal renewing(TokenSource source) throws Exception {
        TokenRenewal made =
                new TokenRenewal(
                        source, clock, SECOND, Runnable::run, Runnable::run, this::refresh);
        made.fetch();
        made.opened(end);
        return made;
    }

    private CompletableFuture<Void> refresh(String token) {
        offered.add(token);
        Exception refusal = refusals.poll();
        return refusal == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(refusal);
    }

    @Test
    void renewsBeforeTheEnd() throws Exception {
        pass(Duration.ofMinutes(47));
        assertThat(offered).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(offered).containsExactly("token-2");
        assertThat(renewal.current()).isEqualTo("token-2");
        assertThat(renewal.left()).isEmpty();
    }

    @Test
    void asksWithTheOldOneUntilTheNewOneCounts() throws Exception {
        refusals.add(new RefusedException(ErrorCode.AUTHORIZATION_FAILED, "Another user's"));
        pass(Duration.ofMinutes(49));
        assertThat(renewal.current()).isEqualTo("token-1");
        assertThat(renewal.left()).contains(Duration.ofMinutes(11));
    }

    @Test
    void triesAgainWhileThereIsTime() throws Exception {
        tokens.failures.add(new IOException("Out of reach"));
        refusals.add(new RefusedException(ErrorCode.SERVICE_DEGRADED, "Later"));
        pass(Duration.ofMinutes(49));
        assertThat(offered).isEmpty();
        renewal.tick();
        assertThat(offered).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(offered).containsExactly("token-2");
        assertThat(renewal.left()).isPresent();
        pass(Duration.ofSeconds(1));
        assertThat(renewal.current()).isEqualTo("token-3");
        assertThat(renewal.left()).isEmpty();
    }

    @Test
    void asksOnceAtATime() throws Exception {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        renewal =
                new TokenRenewal(
                        tokens,
                        clock,
                        SECOND,
                        Runnable::run,
                        Runnable::run,
                        token -> {
                            offered.add(token);
                            return answer;
                        });
        renewal.fetch();
        renewal.opened(end);
        pass(Duration.ofMinutes(49));
        pass(Duration.ofMinutes(5));
        assertThat(offered).hasSize(1);
        answer.completeExceptionally(new IOException("Lost"));
        pass(Duration.ofSeconds(1));
        assertThat(offered).hasSize(2);
    }

    @Test
    void cannotRenewWhatWasPastedAndSaysSo() throws Exception {
        renewal = renewing(TokenSource.fixed("pasted"));
        pass(Duration.ofMinutes(56));
        assertThat(offered).isEmpty();
        assertThat(renewal.left()).contains(Duration.ofMinutes(4));
    }

    @Test
    void goesOnByATokenThatTheUserBrings() throws Exception {
        renewal = renewing(TokenSource.fixed("pasted"));
        renewal.goOnBy("newer").get();
        assertThat(offered).containsExactly("newer");
        assertThat(renewal.current()).isEqualTo("newer");
        assertThat(renewal.fetch()).isEqualTo("newer");
        assertThat(renewal.renews()).isFalse();
    }

    @Test
    void staysAsItIsWhereTheServerDoesNotTakeIt() throws Exception {
        renewal = renewing(TokenSource.fixed("pasted"));
        RefusedException refusal =
                new RefusedException(ErrorCode.AUTHORIZATION_FAILED, "Another user's");
        refusals.add(refusal);
        CompletableFuture<Void> done = renewal.goOnBy("other");
        assertThat(done).isCompletedExceptionally();
        assertThat(done.exceptionNow()).isSameAs(refusal);
        assertThat(renewal.fetch()).isEqualTo("pasted");
    }

    @Test
    void knowsNothingOfATokenWithoutEnd() throws Exception {
        renewal.opened(null);
        pass(Duration.ofDays(1));
        assertThat(offered).isEmpty();
        assertThat(renewal.left()).isEmpty();
    }

    private void pass(Duration time) {
        clock.advance(time);
        renewal.tick();
    }
}
