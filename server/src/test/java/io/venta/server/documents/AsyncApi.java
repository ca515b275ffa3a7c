package io.venta.server.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docs/asyncapi.yaml}, read strictly. */
final class AsyncApi {

    private final Object root;

    private AsyncApi(Object root) {
        this.root = root;
    }

    /** Reads it; duplicate keys are errors. */
    static AsyncApi read() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var yaml = new Yaml(new SafeConstructor(options));
        return new AsyncApi(yaml.load(Documents.text("docs/asyncapi.yaml")));
    }

    /** The value at a pointer such as {@code #/channels/errors}; null where there is none. */
    @Nullable Object at(String pointer) {
        @Nullable Object node = root;
        for (String step : pointer.substring(2).split("/", -1)) {
            node = node instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return node;
    }

    List<String> channelAddresses() {
        return children("#/channels").stream()
                .map(channel -> channel instanceof Map<?, ?> map ? map.get("address") : null)
                .map(String::valueOf)
                .toList();
    }

    /** Every {@code $ref} in it. */
    List<String> references() {
        var found = new ArrayList<String>();
        collectReferences(root, found);
        return found;
    }

    private List<?> children(String pointer) {
        return at(pointer) instanceof Map<?, ?> map ? List.copyOf(map.values()) : List.of();
    }

    private static void collectReferences(@Nullable Object node, List<String> found) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String pointer) {
                found.add(pointer);
            }
            map.values().forEach(child -> collectReferences(child, found));
        } else if (node instanceof List<?> list) {
            list.forEach(child -> collectReferences(child, found));
        }
    }
}
