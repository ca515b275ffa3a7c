package io.venta.server.ops;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.ThisNode;
import io.venta.server.topic.NodeListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.simp.SimpMessageSendingOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What all nodes carry: each tells the others every ten seconds, and who has not been heard for
 * half a minute is not counted any more. Thread-safe.
 */
@Component
class NodeReports implements NodeListener {

    private static final Logger log = LoggerFactory.getLogger(NodeReports.class);

    private final Cache<String, NodeReport> others =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofSeconds(30))
                    .maximumSize(1_000)
                    .build();
    private final NodeFigures figures;
    private final ThisNode node;
    private final JsonPayloads payloads;
    private final SimpMessageSendingOperations messaging;

    NodeReports(
            NodeFigures figures,
            ThisNode node,
            JsonPayloads payloads,
            @Lazy SimpMessageSendingOperations messaging) {
        this.figures = figures;
        this.node = node;
        this.payloads = payloads;
        this.messaging = messaging;
    }

    /** This node's first, the others' by name. */
    List<NodeReport> all() {
        var all =
                new ArrayList<>(
                        others.asMap().values().stream()
                                .sorted(Comparator.comparing(NodeReport::node))
                                .toList());
        all.addFirst(figures.report());
        return all;
    }

    @Scheduled(fixedDelay = 10_000)
    void tell() {
        try {
            messaging.convertAndSend(destination(), new Told(node.id(), figures.report()));
        } catch (MessagingException | RejectedMessageException e) {
            log.debug("Other nodes do not hear what this one carries", e);
        }
    }

    @Override
    public String destination() {
        return PREFIX + "node.report";
    }

    @Override
    public void heard(byte[] body) {
        var told = payloads.read(body, Told.class);
        if (!told.id().equals(node.id())) {
            others.put(told.id(), told.report());
        }
    }

    /**
     * As it goes from node to node.
     *
     * @param id the node's, another one after each start
     * @param report what it carries
     */
    record Told(String id, NodeReport report) {}
}
