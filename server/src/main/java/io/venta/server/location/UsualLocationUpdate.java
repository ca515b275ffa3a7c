package io.venta.server.location;

import io.venta.model.location.GeoPosition;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.server.error.IsoTimes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a {@code location_updated} as nearly all come: every node reads each one that is published,
 * and this is three times as quick as binding it. What surprises it is left to others; so are
 * errors.
 *
 * <p>For one message and one thread.
 */
final class UsualLocationUpdate {

    private final JsonParser parser;
    private @Nullable String vendorId;
    private @Nullable GeoPosition location;
    private @Nullable Double accuracy;
    private @Nullable Double heading;
    private @Nullable Double speed;
    private @Nullable Instant timestamp;

    private UsualLocationUpdate(JsonParser parser) {
        this.parser = parser;
    }

    static @Nullable LocationUpdate read(JsonParser parser) {
        return new UsualLocationUpdate(parser).read();
    }

    private @Nullable LocationUpdate read() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            if (!readMember(name, parser.nextToken())) {
                return null;
            }
        }
        return vendorId == null
                        || location == null
                        || timestamp == null
                        || !parser.hasToken(JsonToken.END_OBJECT)
                ? null
                : new LocationUpdate(
                        new VendorId(vendorId), location, accuracy, heading, speed, timestamp);
    }

    private boolean readMember(String name, JsonToken value) {
        switch (name) {
            case "vendorId" -> {
                return (vendorId = text(value)) != null;
            }
            case "location" -> {
                return (location = position(value)) != null;
            }
            case "accuracy" -> {
                return (accuracy = number(value)) != null;
            }
            case "heading" -> {
                return (heading = number(value)) != null;
            }
            case "speed" -> {
                return (speed = number(value)) != null;
            }
            case "timestamp" -> {
                var text = text(value);
                timestamp = text == null ? null : IsoTimes.parse(text);
                return text != null;
            }
            default -> {
                parser.skipChildren();
                return true;
            }
        }
    }

    private @Nullable GeoPosition position(JsonToken value) {
        Double lat = null;
        Double lng = null;
        if (value != JsonToken.START_OBJECT) {
            return null;
        }
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var number = number(parser.nextToken());
            if (number == null) {
                return null;
            }
            switch (name) {
                case "lat" -> lat = number;
                case "long" -> lng = number;
                default -> {
                    // The sender's own.
                }
            }
        }
        return lat == null || lng == null || !parser.hasToken(JsonToken.END_OBJECT)
                ? null
                : new GeoPosition(lat, lng);
    }

    private @Nullable String text(JsonToken value) {
        return value == JsonToken.VALUE_STRING ? parser.getString() : null;
    }

    private @Nullable Double number(JsonToken value) {
        return value != null && value.isNumeric() ? Double.valueOf(parser.getDoubleValue()) : null;
    }
}
