package io.venta.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.server.RecordingChannel;
import io.venta.server.error.JsonPayloads;
import io.venta.server.session.ThisNode;
import io.venta.server.topic.StubSubscriptionCounts;
import io.venta.testing.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeReportsTests {

    private final JsonPayloads payloads = new JsonPayloads();
    private final RecordingChannel channel = new RecordingChannel();
    private final ThisNode node = new ThisNode("node-1");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StubSubscriptionCounts counts = new StubSubscriptionCounts();
    private final NodeFigures figures = new NodeFigures(meters, new SettableClock(), node, counts);
    private final NodeReports reports =
            new NodeReports(figures, node, payloads, channel.template());
    private final StatusController status = new StatusController(reports, figures);

    @Test
    void addsUpWhatAllNodesCarry() {
        counts.members("/topic/location.v1", 1);
        meters.gauge("venta.connections.active", 2);
        reports.heard(told("other", "node-2", 3, Map.of("/topic/location.v1", 5)));

        var all = status.status().all();

        assertThat(all.connections().active()).isEqualTo(5);
        assertThat(all.members()).isEqualTo(Map.of("/topic/location.v1", 6));
        assertThat(status.status().nodes())
                .extracting(NodeReport::node)
                .containsExactly("node-1", "node-2");
    }

    @Test
    void tellsTheOthersAndDoesNotCountItselfTwice() {
        reports.tell();

        assertThat(channel.destinations()).containsExactly("/exchange/gateway/node.report");
        reports.heard(payloads.write(channel.payloads().getFirst()));

        assertThat(reports.all()).hasSize(1);
    }

    @Test
    void keepsTheNewestOfANode() {
        reports.heard(told("other", "node-2", 3, Map.of()));
        reports.heard(told("other", "node-2", 4, Map.of()));

        assertThat(status.status().all().connections().active()).isEqualTo(4);
    }

    private byte[] told(String id, String name, int active, Map<String, Integer> members) {
        var connections = new NodeReport.Connections(active, active, active);
        return payloads.write(
                new NodeReports.Told(
                        id, new NodeReport(name, connections, 1, 1, 0, 1, members, 60)));
    }
}
