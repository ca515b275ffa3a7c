package io.venta.server.error;

import io.venta.model.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads bodies strictly, and writes them: what is not exactly a value of the type is refused, with
 * the place where.
 *
 * <p>Times are ISO-8601 text, never numbers; members that the type doesn't have are let pass.
 * Thread-safe.
 */
@Component
public class JsonPayloads {

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .addModule(new SimpleModule().addDeserializer(Instant.class, new IsoInstant()))
                    .build();

    /**
     * Reads one value.
     *
     * @throws RejectedMessageException with {@link ErrorCode#INVALID_MESSAGE} if it is none
     */
    public <T> T read(byte[] body, Class<T> type) {
        var text = text(body);
        try {
            var value = mapper.readValue(text, type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException e) {
            // Nearly all are right; what is not is read once more, for a precise answer.
            return convert(parse(text), type, null);
        }
        return convert(parse(text), type, null);
    }

    /** Writes a value of the contract, as clients are sent it. */
    public byte[] write(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /**
     * Reads one value that nearly always has the same form; where it has another, as {@link
     * #read(byte[], Class)} does, which also decides what is refused, and says why.
     *
     * @param usual reads that form
     * @throws RejectedMessageException with {@link ErrorCode#INVALID_MESSAGE} if it is none
     */
    public <T> T read(byte[] body, Class<T> type, UsualForm<T> usual) {
        if (isAscii(body)) {
            try (var parser = mapper.createParser(body)) {
                var value = usual.read(parser);
                if (value != null && parser.nextToken() == null) {
                    return value;
                }
            } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
                return read(body, type);
            }
        }
        return read(body, type);
    }

    /**
     * Reads a value or an array of them; all or none.
     *
     * @throws RejectedMessageException with {@link ErrorCode#INVALID_MESSAGE}; the index of the bad
     *     one is in its details
     */
    public <T> List<T> readOneOrMany(byte[] body, Class<T> type, int max) {
        var node = parse(text(body));
        if (!node.isArray()) {
            return List.of(convert(node, type, null));
        }
        if (node.size() > max) {
            throw invalid("An array has at most " + max + " items", Map.of("items", node.size()));
        }
        var values = new ArrayList<T>(node.size());
        for (int i = 0; i < node.size(); i++) {
            values.add(convert(node.get(i), type, i));
        }
        return values;
    }

    private JsonNode parse(String text) {
        try {
            return mapper.readTree(text);
        } catch (JacksonException e) {
            throw invalid("The body is not JSON: " + firstSentence(e), placeOf(e));
        }
    }

    /** UTF-8 and nothing else: bodies go on to others as they came. */
    private static String text(byte[] body) {
        if (isAscii(body)) {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw invalid("The body is not UTF-8", Map.of());
        }
    }

    /**
     * Nearly all of it is, and then there is nothing to check; without zeros, by which a JSON
     * parser would take it for UTF-16.
     */
    private static boolean isAscii(byte[] body) {
        var bits = 0;
        for (var each : body) {
            bits |= each | (each - 1);
        }
        return bits >= 0;
    }

    private <T> T convert(JsonNode node, Class<T> type, @Nullable Integer index) {
        if (!node.isObject()) {
            throw invalid("A JSON object is expected", index == null ? Map.of() : at(index));
        }
        try {
            return mapper.treeToValue(node, type);
        } catch (JacksonException e) {
            var details = new LinkedHashMap<String, Object>();
            if (index != null) {
                details.put("index", index);
            }
            var path = path(e);
            if (!path.isEmpty()) {
                details.put("path", path);
            }
            throw invalid(reason(e, path), details);
        }
    }

    private static String reason(JacksonException e, String path) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return path.isEmpty()
                ? "A member is missing or of the wrong type"
                : path + " is missing or wrong";
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" : step.getPropertyName())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("."));
    }

    private static String firstSentence(JacksonException e) {
        var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
        return "it breaks off or goes wrong in line " + Math.max(1, line);
    }

    private static Map<String, Object> placeOf(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getColumnNr() < 0
                ? Map.of()
                : Map.of("column", location.getColumnNr());
    }

    private static Map<String, Object> at(int index) {
        return Map.of("index", index);
    }

    private static RejectedMessageException invalid(String reason, Map<String, Object> details) {
        return new RejectedMessageException(ErrorCode.INVALID_MESSAGE, reason, details);
    }

    /** The form in which nearly all values of a type come. */
    @FunctionalInterface
    public interface UsualForm<T> {

        /**
         * Reads a value token by token, up to its last.
         *
         * @param parser before the first token
         * @return null if it has another form, right or wrong
         * @throws IllegalArgumentException if the value cannot be one
         */
        @Nullable T read(JsonParser parser);
    }
}
