package io.venta.replay;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a line of a recording: {@code {vendorId, lat, long, timestamp}}, optionally {@code
 * accuracy}, {@code heading}, {@code speed}; other members are passed over.
 */
final class FixParser {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FixParser() {}

    static LocationUpdate parse(String line) throws UnreadableLineException {
        try {
            var fix = JSON.readTree(line);
            if (!fix.isObject()) {
                throw new UnreadableLineException("not a JSON object");
            }
            return new LocationUpdate(
                    new VendorId(text(fix, "vendorId")),
                    new GeoPosition(number(fix, "lat"), number(fix, "long")),
                    optionalNumber(fix, "accuracy"),
                    optionalNumber(fix, "heading"),
                    optionalNumber(fix, "speed"),
                    Instant.parse(text(fix, "timestamp")));
        } catch (JacksonException e) {
            throw new UnreadableLineException("not JSON");
        } catch (DateTimeParseException e) {
            throw new UnreadableLineException("timestamp is not like 2024-01-25T15:02:22Z");
        } catch (IllegalArgumentException e) {
            throw new UnreadableLineException(String.valueOf(e.getMessage()));
        }
    }

    private static String text(JsonNode fix, String member) throws UnreadableLineException {
        var value = fix.path(member);
        if (!value.isString()) {
            throw new UnreadableLineException(member + " is missing or not a text");
        }
        return value.asString();
    }

    private static double number(JsonNode fix, String member) throws UnreadableLineException {
        var value = optionalNumber(fix, member);
        if (value == null) {
            throw new UnreadableLineException(member + " is missing");
        }
        return value;
    }

    private static @Nullable Double optionalNumber(JsonNode fix, String member)
            throws UnreadableLineException {
        var value = fix.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw new UnreadableLineException(member + " is not a number");
        }
        return value.asDouble();
    }
}
