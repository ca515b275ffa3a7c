package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HearingConnectionTests implements Upstream.Receiver {

    private final RecordingOwner owner = new RecordingOwner();
    private final List<String> heard = new ArrayList<>();
    private final List<UpstreamMessage> messages = new ArrayList<>();
    private final UpstreamCounts counts = new UpstreamCounts();
    private boolean canPublish = true;
    private final HearingConnection connection =
            new HearingConnection(
                    new UpstreamSettings("broker", 61613, "gateway", "s3cret", "/"),
                    owner,
                    List.of(
                            UpstreamSubscription.own("/topic/location.*", "p"),
                            UpstreamSubscription.shared("gateway.notifications")),
                    this,
                    () -> canPublish,
                    counts);
    private final EmbeddedChannel channel = new EmbeddedChannel(connection);
    private final StubBroker broker = new StubBroker(channel);

    @BeforeEach
    void connect() {
        channel.freezeTime();
        broker.heard();
        broker.says("CONNECTED\nversion:1.2\nheart-beat:0,0\n\n");
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void isReadyOnceAllIsSubscribedTo() {
        assertThat(broker.heard())
                .contains(
                        "SUBSCRIBE\nid:0\nreceipt:0\ndestination:/topic/location.*\n",
                        "SUBSCRIBE\nid:1\nreceipt:1\n",
                        "destination:/amq/queue/gateway.notifications\n");
        broker.says("RECEIPT\nreceipt-id:0\n\n");
        assertThat(owner.events()).isEmpty();

        broker.says("RECEIPT\nreceipt-id:1\n\n");

        assertThat(owner.events()).containsExactly("ready");
    }

    @Test
    void hearsInOrderAndSaysWhereABatchEnds() {
        broker.says("MESSAGE\ndestination:/topic/location.v1\n\na\0MESSAGE\ndestination:/x\n\nb");
        broker.says("MESSAGE\ndestination:/topic/location.v2\n\nc");
        broker.says("\n");

        assertThat(heard)
                .containsExactly(
                        "/topic/location.v1 a", "/x b", "end", "/topic/location.v2 c", "end");
        assertThat(counts.heardMessagesTotal().sum()).isEqualTo(3);
        assertThat(counts.heardBytesTotal().sum()).isEqualTo(3);
    }

    @Test
    void hearsNothingMoreOnceItHasEnded() {
        broker.says(
                "MESSAGE\ndestination:/topic/location.v1\n\na\0ERROR\nmessage:no\n\n\0"
                        + "MESSAGE\ndestination:/topic/location.v2\n\nb");

        assertThat(heard).startsWith("/topic/location.v1 a").doesNotContain("/topic/location.v2 b");
        assertThat(owner.events()).containsExactly("failed: refused: no");
    }

    @Test
    void acknowledgesWhatIsSettled() {
        broker.heard();
        notification("T_1");
        assertThat(broker.heard()).isEmpty();

        messages.getFirst().settle(CompletableFuture.completedFuture(null));
        channel.runPendingTasks();

        assertThat(broker.heard()).isEqualTo("ACK\nid:T_1\n\n\0");
    }

    @Test
    void hasWhatFailedOfferedAgainOncePublishingWorks() {
        broker.heard();
        notification("T_1");
        canPublish = false;
        messages.getFirst().settle(CompletableFuture.failedFuture(new IllegalStateException("no")));
        pass(5);
        assertThat(broker.heard()).isEmpty();

        canPublish = true;
        pass(1);

        assertThat(broker.heard()).isEqualTo("NACK\nid:T_1\n\n\0");
    }

    @Test
    void settlesNothingOfItsOwnQueues() {
        broker.heard();
        broker.says("MESSAGE\nsubscription:0\ndestination:/topic/location.v1\nack:T_9\n\na");

        messages.getFirst().settle(CompletableFuture.completedFuture(null));
        channel.runPendingTasks();

        assertThat(broker.heard()).isEmpty();
    }

    @Override
    public void heard(UpstreamMessage message) {
        messages.add(message);
        heard.add(message.destination() + ' ' + new String(message.body(), UTF_8));
    }

    @Override
    public void endOfBatch() {
        heard.add("end");
    }

    private void notification(String ack) {
        broker.says(
                "MESSAGE\nsubscription:1\ndestination:/exchange/notifications/user.a\nack:"
                        + ack
                        + "\nack:forged\n\nx");
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            channel.runPendingTasks();
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
    }
}
