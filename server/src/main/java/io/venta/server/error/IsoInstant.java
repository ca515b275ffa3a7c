package io.venta.server.error;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads times as ISO-8601 text alone: of a number nobody could say whether it counts seconds or
 * milliseconds.
 */
final class IsoInstant extends StdDeserializer<Instant> {

    IsoInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return refuse(context);
        }
        try {
            return IsoTimes.parse(parser.getString());
        } catch (DateTimeParseException e) {
            return refuse(context);
        }
    }

    private static Instant refuse(DeserializationContext context) {
        return context.reportInputMismatch(Instant.class, "not an ISO-8601 time");
    }
}
