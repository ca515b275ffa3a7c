package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.venta.model.Destinations;
import io.venta.server.session.MessagesMissed;
import io.venta.server.topic.FeedMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;

/** What a device hears of its user's feed: what is kept, the RECEIPT, what comes live. */
class FeedsTests {

    private final LocalRelay relay = new LocalRelay();
    private final StubUserFeed feed = relay.feed();
    private RecordingWriter writer = new RecordingWriter();

    @BeforeEach
    void connect() {
        writer = relay.connect("1.2", 0, 0);
    }

    @AfterEach
    void stop() {
        relay.stop();
    }

    @Test
    void readsWhatIsKeptBeforeTheReceiptAndGoesOnLive() {
        feed.keep("1");
        feed.keep("2");
        feed.keep("3");
        subscribe("n");
        hear(feed.keep("4"));
        hear(read("[1]"));

        assertThat(heard())
                .containsExactly(
                        "n notification 1 retained",
                        "n notification 2 retained",
                        "n notification 3 retained",
                        "RECEIPT r-n",
                        "n notification 4",
                        "n notification_read [1]");
        assertThat(feed.reads()).isEqualTo(2);
    }

    @Test
    void missesNothingThatComesWhileItReads() {
        feed.keep("1");
        feed.pause();
        subscribe("n");
        hear(feed.keep("2"));
        hear(read("[1]"));
        hear(feed.keep("3"));
        assertThat(heard()).isEmpty();

        feed.answer();
        feed.answer();

        assertThat(heard())
                .containsExactly(
                        "n notification 1 retained",
                        "RECEIPT r-n",
                        "n notification 2",
                        "n notification 3")
                .doesNotContain("n notification_read [1]");
        feed.answer();
        assertThat(heard()).endsWith("n notification_read [1]");
    }

    @Test
    void hearsNothingTwice() {
        subscribe("n");
        var first = feed.keep("1");
        hear(first);
        hear(first);
        hear(new FeedMessage(1, "notification", "1 again".getBytes(UTF_8)));

        assertThat(heard()).containsExactly("RECEIPT r-n", "n notification 1");
    }

    @Test
    void readsWhatItDidNotHear() {
        subscribe("n");
        feed.keep("1");
        feed.keep("2");
        hear(feed.keep("3"));

        assertThat(heard())
                .containsExactly(
                        "RECEIPT r-n", "n notification 1", "n notification 2", "n notification 3");
    }

    @Test
    void readsWhatItMayHaveMissed() {
        subscribe("n");
        feed.keep("1");

        relay.feeds().missed(new MessagesMissed());

        assertThat(heard()).containsExactly("RECEIPT r-n", "n notification 1");
    }

    @Test
    void readsOnceMoreWhatItMayHaveMissedWhileItRead() {
        feed.pause();
        subscribe("n");
        feed.keep("1");
        relay.feeds().missed(new MessagesMissed());

        feed.answer();
        feed.answer();

        assertThat(heard()).containsExactly("RECEIPT r-n", "n notification 1");
    }

    @Test
    void readsWhatIsAnnouncedWhileItReadsNothingNew() {
        subscribe("n");
        feed.pause();
        relay.feeds().missed(new MessagesMissed());
        hear(feed.keep("1"));

        feed.answer();
        feed.answer();

        assertThat(heard()).containsExactly("RECEIPT r-n", "n notification 1");
    }

    @Test
    void doesNotReadForEverWhatTheFeedHasLost() {
        subscribe("n");

        hear(new FeedMessage(7, "notification", "lost".getBytes(UTF_8)));

        assertThat(feed.reads()).isLessThan(5);
        hear(feed.keep("1"));
        assertThat(heard()).containsExactly("RECEIPT r-n", "n notification 1");
    }

    @Test
    void readsAPageWhenTheClientHasTakenTheOneBefore() {
        IntStream.range(0, 10).forEach(i -> feed.keep("x" + i));
        writer.stall();

        subscribe("n");
        assertThat(feed.reads()).isEqualTo(1);
        writer.takeOne();
        assertThat(feed.reads()).isEqualTo(2);
        writer.resume();

        assertThat(heard()).hasSize(11).endsWith("n notification x9 retained", "RECEIPT r-n");
        assertThat(feed.reads()).isEqualTo(6);
    }

    @Test
    void leavesToTheFeedWhatAClientThatReadsSlowlyDoesNotTake() {
        subscribe("n");
        writer.stall();
        IntStream.range(0, 500).forEach(i -> hear(feed.keep("x" + i)));

        assertThat(relay.session().outbox().waitingFrames()).isLessThan(60);

        writer.resume();
        assertThat(heard()).hasSize(501).endsWith("n notification x499").doesNotHaveDuplicates();
    }

    @Test
    void waitsForAFeedThatIsAway() {
        feed.keep("1");
        feed.away(true);
        subscribe("n");
        assertThat(heard()).isEmpty();

        feed.away(false);

        await().untilAsserted(
                        () ->
                                assertThat(heard())
                                        .containsExactly(
                                                "n notification 1 retained", "RECEIPT r-n"));
    }

    @Test
    void readsForEachSubscriptionAndNotForOnesThatEnded() {
        feed.keep("1");
        subscribe("n");
        subscribe("m");
        relay.unsubscribe("n");
        hear(feed.keep("2"));

        assertThat(heard())
                .endsWith(
                        "m notification 1 retained",
                        "RECEIPT r-m",
                        "RECEIPT u-n",
                        "m notification 2");
        assertThat(relay.feeds().listening()).containsExactly("alice");
        relay.unsubscribe("m");
        assertThat(relay.feeds().listening()).isEmpty();
    }

    @Test
    void saysWhereAMessageIsInTheFeed() {
        var upstream = new RecordingUpstream();
        var publisher = new Feeds(feed, relay.topics(), relay.sessions(), upstream, new Lanes(0));

        var confirmation = publisher.publish("alice", feed.keep("1"));

        assertThat(upstream.published())
                .singleElement()
                .satisfies(
                        published -> {
                            assertThat(published.destination()).isEqualTo(Address.USERS + "alice");
                            assertThat(published.headers())
                                    .containsEntry("venta-position", "1")
                                    .containsEntry("type", "notification");
                        });
        assertThat(confirmation).isNotDone();
        upstream.confirmAll();
        assertThat(confirmation).isCompleted();
    }

    private void subscribe(String id) {
        StompHeaderAccessor frame = LocalRelay.subscribeFrame(id, Destinations.NOTIFICATIONS, null);
        frame.setReceipt("r-" + id);
        relay.frames().handle(frame);
    }

    private void hear(FeedMessage message) {
        var headers =
                Map.of("type", message.type(), "venta-position", Long.toString(message.position()));
        relay.feeds().heard(UpstreamMessage.of(Address.USERS + "alice", headers, message.body()));
        relay.session().flush();
    }

    private static FeedMessage read(String ids) {
        return new FeedMessage(FeedMessage.NO_POSITION, "notification_read", ids.getBytes(UTF_8));
    }

    /** All but CONNECTED. */
    private List<String> heard() {
        relay.session().flush();
        var lines = RecordingClient.lines(writer.payloads());
        return lines.subList(1, lines.size());
    }
}
