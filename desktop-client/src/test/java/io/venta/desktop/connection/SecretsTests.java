package io.venta.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.ConnectionState.Live;
import io.venta.model.session.LoginRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecretsTests {

    /** Keeps all that is logged, as words. */
    private static final class RecordingHandler extends Handler {

        private final List<String> words = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            words.add(
                    entry.getMessage()
                            + Arrays.toString(entry.getParameters())
                            + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private final Logger logger = Logger.getLogger("io.venta.desktop");
    private final RecordingHandler log = new RecordingHandler();
    private StubGateway gateway;

    @BeforeEach
    void listen() throws Exception {
        gateway = new StubGateway();
        logger.addHandler(log);
        logger.setLevel(Level.ALL);
    }

    @AfterEach
    void stop() throws Exception {
        logger.setLevel(null);
        logger.removeHandler(log);
        gateway.close();
    }

    @Test
    void keepsTokensOutOfLogsAndFailures() {
        gateway.postStatus.add(401);
        Backoff quick =
                new Backoff(
                        Duration.ofMillis(20),
                        Duration.ofMillis(100),
                        RandomGenerator.getDefault());
        TokenSource source = TokenSource.fixed("secret-1");
        try (var connection =
                new StompGatewayConnection(gateway.address(), source, quick, "desk-1")) {
            connection.start();
            await().until(() -> connection.state() instanceof Live);
            var renewed = connection.renewSignIn("secret-2");
            var posted = connection.post(OutboundRequest.of("A word", "/api/notifications", 1));
            await().until(posted::isDone);
            gateway.clients().forEach(client -> client.close(1012));
            await().until(renewed::isDone);
            await().until(() -> !gateway.clients().isEmpty());
            assertThat(renewed.exceptionNow().toString()).doesNotContain("secret");
        }
        assertThat(log.words).isNotEmpty().noneMatch(words -> words.contains("secret"));
    }

    @Test
    void keepsThemOutOfWords() {
        LoginRequest credentials = new LoginRequest("ann", "secret");
        assertThat(credentials.toString()).doesNotContain("secret");
        assertThat(TokenSource.fixed("secret").toString()).doesNotContain("secret");
    }
}
