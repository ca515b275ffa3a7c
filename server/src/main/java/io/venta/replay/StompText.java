package io.venta.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A STOMP 1.2 frame as text.
 *
 * @param command in upper case
 * @param headers unescaped
 * @param body its text
 */
record StompText(String command, Map<String, String> headers, String body) {

    @Nullable String header(String name) {
        return headers.get(name);
    }

    /** As it goes over the wire, its NUL included. */
    String encode() {
        var text = new StringBuilder(command).append('\n');
        headers.forEach(
                (name, value) -> text.append(name).append(':').append(escape(value)).append('\n'));
        return text.append('\n').append(body).append('\0').toString();
    }

    /** Reads what stands before a NUL. */
    static StompText decode(String text) {
        var headEnd = text.indexOf("\n\n");
        var head = headEnd < 0 ? text : text.substring(0, headEnd);
        var lines = head.lines().iterator();
        var command = lines.hasNext() ? lines.next() : "";
        var headers = new LinkedHashMap<String, String>();
        lines.forEachRemaining(
                line -> {
                    var colon = line.indexOf(':');
                    if (colon > 0) {
                        var value = unescape(line.substring(colon + 1));
                        headers.putIfAbsent(line.substring(0, colon), value);
                    }
                });
        return new StompText(command, headers, headEnd < 0 ? "" : text.substring(headEnd + 2));
    }

    private String escape(String value) {
        // CONNECT is older than escaping.
        return command.equals("CONNECT")
                ? value
                : value.replace("\\", "\\\\").replace("\n", "\\n").replace(":", "\\c");
    }

    private static String unescape(String value) {
        return value.replace("\\c", ":").replace("\\n", "\n").replace("\\\\", "\\");
    }
}
