package io.venta.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A STOMP 1.2 frame.
 *
 * @param command in upper case
 * @param headers unescaped; where one is repeated the first counts, as STOMP has it
 * @param body its text
 */
public record StompFrame(String command, Map<String, String> headers, String body) {

    /** A header, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Whether it is this command and has this header. */
    public boolean is(String wanted, String header, String value) {
        return command.equals(wanted) && Objects.equals(headers.get(header), value);
    }

    /** As it goes over the wire, its NUL included; CONNECT's headers are not escaped. */
    public String encode() {
        var plain = command.equals("CONNECT") || command.equals("CONNECTED");
        var lines =
                headers.entrySet().stream()
                        .map(e -> plain ? e : Map.entry(escape(e.getKey()), escape(e.getValue())))
                        .map(e -> e.getKey() + ":" + e.getValue() + "\n")
                        .collect(Collectors.joining());
        return command + "\n" + lines + "\n" + body + "\0";
    }

    /** Reads what stands before a NUL. */
    public static StompFrame decode(String text) {
        var headEnd = text.indexOf("\n\n");
        var head = headEnd < 0 ? text : text.substring(0, headEnd);
        var lines = head.replace("\r", "").split("\n", -1);
        var headers = new LinkedHashMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("Not a STOMP frame:\n" + text);
            }
            headers.putIfAbsent(
                    unescape(lines[i].substring(0, colon)),
                    unescape(lines[i].substring(colon + 1)));
        }
        return new StompFrame(lines[0], headers, headEnd < 0 ? "" : text.substring(headEnd + 2));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace(":", "\\c");
    }

    private static String unescape(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                plain.append(
                        switch (text.charAt(++i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 'c' -> ':';
                            default -> text.charAt(i);
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
