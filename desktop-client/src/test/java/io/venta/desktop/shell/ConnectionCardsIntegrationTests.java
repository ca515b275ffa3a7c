package io.venta.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.desktop.connection.ConnectionState;
import io.venta.desktop.connection.OutboundRequest;
import io.venta.desktop.connection.QualityReport;
import io.venta.desktop.connection.RecordingConnection;
import io.venta.desktop.connection.ServerAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The connection in the status line and the cards on it, against a recording. */
class ConnectionCardsIntegrationTests extends FxRobot {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RecordingConnection connection = new RecordingConnection();
    private final AtomicInteger signedOut = new AtomicInteger();
    private MainView view;

    @BeforeEach
    void open() throws Exception {
        connection.become(new ConnectionState.Live(Duration.ofMillis(24)));
        Instant now = Instant.now();
        List<QualityReport.Ping> pings =
                IntStream.range(0, 40)
                        .mapToObj(
                                i ->
                                        new QualityReport.Ping(
                                                now.minusSeconds(200 - i * 5),
                                                i == 20 ? null : Duration.ofMillis(40 + i)))
                        .toList();
        Duration median = Duration.ofMillis(24);
        connection.measured(
                new QualityReport(
                        pings,
                        median,
                        Duration.ofMillis(61),
                        now,
                        now.minusSeconds(200),
                        2,
                        "s-1"));
        view =
                TestWindow.open(
                        ServerAddress.parse("localhost:1"), connection, signedOut::incrementAndGet);
    }

    @AfterEach
    void close() {
        interact(view::close);
    }

    @Test
    void showsHowGoodTheConnectionIsAndWas() {
        await().atMost(PATIENCE).until(() -> paints(".sparkline", Color.web("#1A7F37")));
        clickOn("#connection-state");
        await().atMost(PATIENCE).until(() -> shows("#quality-card"));
        assertThat(text("#quality-median")).isEqualTo("24\u2009ms");
        assertThat(text("#quality-loss")).startsWith("2").contains("1 of 40");
        await().atMost(PATIENCE).until(() -> paints(".latency-chart", Color.web("#1A7F37")));
        assertThat(paints(".latency-chart", Color.web("#D55E00"))).isTrue();
        type(KeyCode.ESCAPE);
        await().atMost(PATIENCE).until(() -> !shows("#quality-card"));
    }

    @Test
    void listsWhatWaitsAndTakesItBack() {
        CompletableFuture<Void> one = waits("To Tacos: Please call");
        CompletableFuture<Void> two = waits("To Arepas: Please call");
        await().atMost(PATIENCE).until(() -> text("#outbound").equals("2 waiting"));
        clickOn("#outbound");
        await().atMost(PATIENCE).until(() -> shows("#outbound-card"));
        clickOn(lookup("#outbound-card").lookup("Cancel").nth(0).<Labeled>query());
        await().atMost(PATIENCE).until(() -> text("#outbound").equals("1 waiting"));
        assertThat(one).isCancelled();
        clickOn("#outbound-cancel-all");
        await().atMost(PATIENCE).until(() -> !shows("#outbound-card"));
        assertThat(two).isCancelled();
        assertThat(shows("#outbound")).isFalse();
    }

    @Test
    void warnsBeforeTheSignInEndsAndTakesANewerToken() {
        interact(() -> connection.signInEndsIn(Duration.ofMinutes(4)));
        await().atMost(PATIENCE)
                .until(() -> text("#sign-in-ends").equals("Your sign-in ends in 4\u2009min"));
        clickOn("#sign-in-ends");
        await().atMost(PATIENCE).until(() -> shows("#sign-in-card"));
        interact(() -> lookup("#newer-token").<TextInputControl>query().setText("newer"));
        clickOn("#renew");
        await().atMost(PATIENCE).until(() -> !shows("#sign-in-card"));
        assertThat(connection.renewals()).containsExactly("newer");
        assertThat(shows("#sign-in-ends")).isFalse();
    }

    @Test
    void asksBeforeItDropsWhatWaits() {
        CompletableFuture<Void> one = waits("To Tacos: Please call");
        AtomicInteger left = new AtomicInteger();
        interact(() -> view.leave(left::incrementAndGet));
        await().atMost(PATIENCE).until(() -> shows("#leave-question"));
        assertThat(left).hasValue(0);
        clickOn("#leave-stay");
        await().atMost(PATIENCE).until(() -> !shows("#leave-question"));
        interact(() -> view.leave(left::incrementAndGet));
        clickOn("#leave-go");
        await().atMost(PATIENCE).until(() -> left.get() == 1);
        assertThat(one).isNotDone();
        interact(() -> connection.outbound().cancelAll());
        interact(() -> view.leave(left::incrementAndGet));
        assertThat(left).hasValue(2);
    }

    private CompletableFuture<Void> waits(String what) {
        return connection.waits(OutboundRequest.of(what, "/api/notifications", what));
    }

    /** And has its place, so that it can be clicked on. */
    private boolean shows(String query) {
        Node node = lookup(query).query();
        return node.isVisible() && node.getLayoutBounds().getWidth() > 0;
    }

    private String text(String query) {
        return lookup(query).<Labeled>query().getText();
    }

    private boolean paints(String query, Color colour) {
        Region region = lookup(query).query();
        boolean[] found = {false};
        interact(
                () -> {
                    var image = region.snapshot(null, null);
                    var pixels = image.getPixelReader();
                    for (int y = 0; y < image.getHeight(); y++) {
                        for (int x = 0; x < image.getWidth(); x++) {
                            found[0] |= isNear(pixels.getColor(x, y), colour);
                        }
                    }
                });
        return found[0];
    }

    private static boolean isNear(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < 0.08
                && Math.abs(one.getGreen() - other.getGreen()) < 0.08
                && Math.abs(one.getBlue() - other.getBlue()) < 0.08;
    }
}
