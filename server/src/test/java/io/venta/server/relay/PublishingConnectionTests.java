package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishingConnectionTests {

    private static final UpstreamSettings SETTINGS =
            new UpstreamSettings("broker", 61613, "gateway", "s3cret", "/");

    private final RecordingOwner owner = new RecordingOwner();
    private final UpstreamPublish first = publish("/exchange/gateway/probe.x");
    private final List<UpstreamPublish> givenBack = new ArrayList<>();
    private final AtomicInteger batches = new AtomicInteger();
    private final PublishingConnection connection =
            new PublishingConnection(
                    SETTINGS,
                    owner,
                    first,
                    givenBack::add,
                    batches::incrementAndGet,
                    new UpstreamCounts());
    private final EmbeddedChannel channel = new EmbeddedChannel(connection);
    private final StubBroker broker = new StubBroker(channel);

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void isReadyOnceItsFirstPublishIsConfirmed() {
        assertThat(broker.heard()).contains("CONNECT\n", "passcode:s3cret");
        broker.says("CONNECTED\nversion:1.2\nheart-beat:0,0\n\n");
        channel.runPendingTasks();
        assertThat(owner.events()).isEmpty();
        assertThat(broker.heard()).contains("probe.x", "receipt:1\n");

        broker.says("RECEIPT\nreceipt-id:1\n\n");

        assertThat(owner.events()).containsExactly("ready");
        assertThat(connection.isReady()).isTrue();
    }

    @Test
    void leavesInOneWriteAndIsConfirmedOneByOne() {
        becomeReady();
        var one = send("/topic/location.v1");
        var two = send("/topic/location.v2");
        channel.runPendingTasks();

        assertThat(channel.outboundMessages()).hasSize(1);
        assertThat(broker.heard())
                .containsSubsequence("location.v1\n", "location.v2\n")
                .contains("receipt:2\n", "receipt:3\n");
        assertThat(connection.waiting()).isEqualTo(2);

        broker.says("RECEIPT\nreceipt-id:3\n\n");
        broker.says("RECEIPT\nreceipt-id:99\n\n");

        assertThat(two.confirmation()).isCompleted();
        assertThat(one.confirmation()).isNotDone();
        assertThat(connection.waiting()).isEqualTo(1);
        assertThat(batches).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "close", "cut", "failure", "noise"})
    void givesBackWhatIsUnconfirmed(String how) {
        becomeReady();
        var written = send("/topic/location.v1");
        channel.runPendingTasks();
        var queued = send("/topic/location.v2");

        switch (how) {
            case "error" -> broker.says("ERROR\nmessage:access_refused\n\n");
            case "close" -> assertThat(channel.close().isSuccess()).isTrue();
            case "cut" -> connection.end("cut");
            case "noise" -> broker.says("RECEIPT\ncontent-length:1\n\nabc");
            default -> channel.pipeline().fireExceptionCaught(new IllegalStateException("reset"));
        }
        channel.runPendingTasks();
        var late = send("/topic/location.v3");
        channel.runPendingTasks();

        assertThat(givenBack).containsExactly(written, queued, late);
        assertThat(owner.events()).hasSize(2).last().asString().startsWith("lost: ");
        assertThat(connection.waiting()).isZero();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void waitsWhileTheNetworkTakesNoMore() {
        becomeReady();
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        var waiting = send("/topic/location.v1");
        channel.runPendingTasks();
        assertThat(broker.heard()).isEmpty();

        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        channel.runPendingTasks();

        assertThat(broker.heard()).contains("location.v1");
        assertThat(waiting.confirmation()).isNotDone();
    }

    @Test
    void beatsAndListensAsAgreedWithTheBroker() {
        broker.heard();
        channel.freezeTime();
        broker.says("CONNECTED\nversion:1.2\nheart-beat:15000,20000\n\n");
        broker.says("RECEIPT\nreceipt-id:1\n\n");
        channel.runPendingTasks();
        broker.heard();

        pass(20);
        assertThat(broker.heard()).isEqualTo("\n");
        broker.says("\n");
        pass(44);
        assertThat(owner.events()).containsExactly("ready");
        pass(16);
        assertThat(owner.events()).containsExactly("ready", "lost: is silent");
    }

    @Test
    void givesUpUnlessItIsReadyInTime() {
        broker.says("CONNECTED\nversion:1.2\nheart-beat:0,0\n\n");

        connection.endUnlessReady();

        assertThat(owner.events()).containsExactly("failed: does not answer");
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
    }

    private void becomeReady() {
        broker.says("CONNECTED\nversion:1.2\nheart-beat:0,0\n\n");
        channel.runPendingTasks();
        broker.says("RECEIPT\nreceipt-id:1\n\n");
        assertThat(owner.events()).containsExactly("ready");
        broker.heard();
        batches.set(0);
    }

    private UpstreamPublish send(String destination) {
        var publish = publish(destination);
        connection.publish(publish);
        return publish;
    }

    private static UpstreamPublish publish(String destination) {
        return new UpstreamPublish(destination, "x".getBytes(UTF_8), Map.of());
    }
}
