package io.venta.server.ops;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this node carries, for administrators. */
@RestController
class StatusController {

    private final NodeFigures figures;

    StatusController(NodeFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/ws/status")
    Status status() {
        return new Status(
                new Connections(
                        figures.activeConnections(),
                        figures.totalConnections(),
                        figures.peakConnections()),
                figures.users(),
                0,
                figures.topics(),
                figures.node(),
                figures.uptime().toSeconds());
    }

    /**
     * What a node carries.
     *
     * @param connections WebSockets
     * @param users users with a session
     * @param rooms rooms with somebody in them
     * @param topics destinations somebody has subscribed to
     * @param node the node's name
     * @param uptime seconds since the start
     */
    record Status(
            Connections connections,
            long users,
            long rooms,
            long topics,
            String node,
            long uptime) {}

    /**
     * WebSockets of a node.
     *
     * @param active open now
     * @param total opened since the start
     * @param peak most at a time
     */
    record Connections(long active, long total, long peak) {}
}
