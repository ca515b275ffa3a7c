package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbesTests {

    private final Nodes nodes = new Nodes("AAAAAAAAAAAA", new SettableClock());
    private final AtomicInteger missed = new AtomicInteger();
    private final List<UpstreamPublish> sent = new ArrayList<>();
    private final Probes probes =
            new Probes(
                    nodes,
                    List.of(Probes.ofTopic("location", nodes), Probes.ofGateway(nodes)),
                    System::nanoTime,
                    missed::incrementAndGet);

    @Test
    void goThroughEachQueue() {
        probes.send(sent::add);

        assertThat(sent)
                .extracting(UpstreamPublish::destination)
                .containsExactly(
                        "/topic/location.~AAAAAAAAAAAA", "/exchange/gateway/probe.AAAAAAAAAAAA");
    }

    @Test
    void saysSoWhenOneIsMissing() {
        for (int i = 0; i < 3; i++) {
            probes.send(sent::add);
        }
        hear(sent.get(0));
        hear(sent.get(1));
        hear(sent.get(3));
        assertThat(missed).hasValue(0);

        hear(sent.get(4));

        assertThat(missed).hasValue(1);
    }

    @Test
    void learnsOfOtherNodes() {
        assertThat(take("/exchange/gateway/probe.BBBBBBBBBBBB")).isTrue();
        assertThat(take("/topic/location.~CCCCCCCCCCCC")).isTrue();

        assertThat(nodes.live()).containsExactly("AAAAAAAAAAAA", "BBBBBBBBBBBB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/topic/location.v1",
                "/topic/location.AAAAAAAAAAAA",
                "/exchange/gateway/user.AAAAAAAAAAAA",
                "/exchange/gateway/user.alice~40example.com",
                "/exchange/notifications/user.~AAAAAAAAAAAA"
            })
    void leavesEverythingElseAlone(String destination) {
        assertThat(take(destination)).isFalse();
    }

    private void hear(UpstreamPublish probe) {
        var message = UpstreamMessage.of(probe.destination(), Map.of(), probe.body());
        assertThat(probes.take(message)).isTrue();
    }

    private boolean take(String destination) {
        return probes.take(UpstreamMessage.of(destination, Map.of(), "1".getBytes(UTF_8)));
    }
}
