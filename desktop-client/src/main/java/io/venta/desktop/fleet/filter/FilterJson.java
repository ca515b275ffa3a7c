package io.venta.desktop.fleet.filter;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Filters as JSON. It is read strictly: where a part lacks or is unknown, nothing is read. */
final class FilterJson {

    private static final System.Logger LOG = System.getLogger(FilterJson.class.getName());
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private FilterJson() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** What was written; empty where that was nothing, or something else. */
    static <T> Optional<T> read(String json, TypeReference<T> type) {
        try {
            return json.isBlank()
                    ? Optional.empty()
                    : Optional.ofNullable(JSON.readValue(json, type));
        } catch (JacksonException e) {
            LOG.log(System.Logger.Level.WARNING, "A filter is not read: {0}", e.toString());
            return Optional.empty();
        }
    }
}
