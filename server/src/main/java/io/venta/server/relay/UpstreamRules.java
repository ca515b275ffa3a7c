package io.venta.server.relay;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be sent to RabbitMQ at all. It ends the connection over a destination it does not know,
 * a right it did not give, a property that is too long; so nothing of the kind is ever written.
 */
final class UpstreamRules {

    /** RabbitMQ's own limit, see rabbitmq.conf. */
    private static final int MAX_BODY = 1024 * 1024;

    private static final int MAX_PROPERTY = 255;
    private static final int MAX_HEADER = 4096;
    private static final String TOPIC = "/topic/";
    private static final Pattern TOPIC_KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern EXCHANGE =
            Pattern.compile("/exchange/(?:gateway|events)/[A-Za-z0-9_~.-]{1,255}");
    private static final Pattern DEAD_LETTER =
            Pattern.compile("/exchange/dead-letter/(?:[A-Za-z0-9_.*-]|%[0-9A-F]{2}){1,255}");

    /** AMQP's own properties, of which RabbitMQ takes no more than 255 bytes. */
    private static final Set<String> PROPERTIES = Set.of("content-type", "type");

    private static final Pattern HEADER = Pattern.compile("reason|original-key|venta-[a-z-]{1,40}");

    private final Set<String> families;

    UpstreamRules(Set<String> families) {
        this.families = Set.copyOf(families);
    }

    /**
     * Refuses what RabbitMQ would not take.
     *
     * @throws RejectedMessageException if it may not be written
     */
    void check(String destination, byte[] body, Map<String, String> headers) {
        if (!isOurs(destination)) {
            throw refused("Nothing is published to " + destination);
        }
        if (body.length > MAX_BODY) {
            throw refused("A message has at most " + MAX_BODY + " bytes");
        }
        headers.forEach(UpstreamRules::check);
    }

    /** Whether it is a topic whose last value is retained. */
    boolean isReport(String destination) {
        var dot = destination.indexOf('.');
        return destination.startsWith(TOPIC)
                && dot > 0
                && families.contains(destination.substring(TOPIC.length(), dot));
    }

    private boolean isOurs(String destination) {
        return destination.startsWith(TOPIC)
                ? isReport(destination)
                        && TOPIC_KEY
                                .matcher(destination)
                                .region(destination.indexOf('.') + 1, destination.length())
                                .matches()
                : EXCHANGE.matcher(destination).matches()
                        || DEAD_LETTER.matcher(destination).matches();
    }

    private static void check(String name, String value) {
        var isProperty = PROPERTIES.contains(name);
        if (!isProperty && !HEADER.matcher(name).matches()) {
            throw refused("Nothing is published with a header " + name);
        }
        // At most three bytes a character.
        if (value.length() > (isProperty ? MAX_PROPERTY / 3 : MAX_HEADER)) {
            throw refused("The header " + name + " is too long");
        }
    }

    private static RejectedMessageException refused(String reason) {
        return new RejectedMessageException(ErrorCode.INVALID_MESSAGE, reason);
    }
}
