package io.venta.server.ops;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this node carries, and what all nodes do, for administrators. */
@RestController
class StatusController {

    private final NodeReports reports;
    private final NodeFigures figures;

    StatusController(NodeReports reports, NodeFigures figures) {
        this.reports = reports;
        this.figures = figures;
    }

    @GetMapping("/ws/status")
    Status status() {
        var nodes = reports.all();
        return new Status(nodes.getFirst(), all(nodes), nodes);
    }

    private All all(List<NodeReport> nodes) {
        var members = new HashMap<String, Integer>();
        nodes.forEach(
                node ->
                        node.members()
                                .forEach((topic, n) -> members.merge(topic, n, Integer::sum)));
        return new All(
                nodes.stream()
                        .map(NodeReport::connections)
                        .reduce(new NodeReport.Connections(0, 0, 0), NodeReport.Connections::plus),
                figures.usersOfAll(),
                figures.devicesOfAll(),
                0,
                members);
    }

    /**
     * What the node that was asked carries, and beside it what all do.
     *
     * @param own this node
     * @param all all nodes together
     * @param nodes each of them, this one first; the others as of some seconds ago
     */
    record Status(@JsonUnwrapped NodeReport own, All all, List<NodeReport> nodes) {}

    /**
     * What all nodes carry.
     *
     * @param connections WebSockets
     * @param users users with a session
     * @param devices sessions that were let in
     * @param rooms rooms with somebody in them
     * @param members how many subscribers topics have, of those with the most
     */
    record All(
            NodeReport.Connections connections,
            long users,
            long devices,
            long rooms,
            Map<String, Integer> members) {}
}
