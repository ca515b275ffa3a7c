package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The header lines of a STOMP frame as they came, read only when somebody asks. Immutable.
 *
 * <p>Of a header that comes more than once the first value counts. A line without a colon is no
 * header; an escape that STOMP does not know stays as it is.
 */
final class HeaderBlock {

    private final byte[] lines;

    HeaderBlock(byte[] lines) {
        this.lines = lines;
    }

    static HeaderBlock of(Map<String, String> headers) {
        var lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(':').append(escape(value)).append('\n'));
        return new HeaderBlock(lines.toString().getBytes(UTF_8));
    }

    @Nullable String first(String name) {
        var wanted = name.getBytes(UTF_8);
        var found = new String[1];
        eachLine(
                (line, colon) -> {
                    if (colon != wanted.length || !startsWith(line.from(), wanted)) {
                        return true;
                    }
                    found[0] = value(line, colon);
                    return false;
                });
        return found[0];
    }

    Map<String, String> all() {
        var headers = new LinkedHashMap<String, String>();
        eachLine(
                (line, colon) -> {
                    var name = new String(lines, line.from(), colon, UTF_8);
                    headers.putIfAbsent(unescape(name), value(line, colon));
                    return true;
                });
        return headers;
    }

    /** Calls with each line and the length of its name, for as long as the answer is true. */
    private void eachLine(BiPredicate<Line, Integer> use) {
        var from = 0;
        var goesOn = true;
        while (goesOn && from < lines.length) {
            var end = from;
            var colon = -1;
            while (end < lines.length && lines[end] != '\n') {
                if (lines[end] == ':' && colon < 0) {
                    colon = end - from;
                }
                end++;
            }
            var to = end > from && lines[end - 1] == '\r' ? end - 1 : end;
            goesOn = colon < 0 || use.test(new Line(from, to), colon);
            from = end + 1;
        }
    }

    private String value(Line line, int colon) {
        var from = line.from() + colon + 1;
        return unescape(new String(lines, from, line.to() - from, UTF_8));
    }

    private boolean startsWith(int from, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (lines[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * What STOMP 1.2 has escaped, and nothing that could end a header line or a frame: Netty writes
     * what follows half a surrogate pair as its lowest byte, which may be a line feed.
     */
    static String escape(String value) {
        StringBuilder escaped = null;
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            var isHalf = Character.isSurrogate(c) && !isPaired(value, i);
            if (escaped == null && (c < ' ' || c == ':' || c == '\\' || isHalf)) {
                escaped = new StringBuilder(value.length() + 16).append(value, 0, i);
            }
            if (escaped != null) {
                switch (c) {
                    case '\\' -> escaped.append("\\\\");
                    case ':' -> escaped.append("\\c");
                    case '\n' -> escaped.append("\\n");
                    case '\r' -> escaped.append("\\r");
                    default -> escaped.append(isHalf ? '?' : c < ' ' ? ' ' : c);
                }
            }
        }
        return escaped == null ? value : escaped.toString();
    }

    private static boolean isPaired(String value, int at) {
        var isHigh = Character.isHighSurrogate(value.charAt(at));
        var other = isHigh ? at + 1 : at - 1;
        return other >= 0
                && other < value.length()
                && (isHigh
                        ? Character.isLowSurrogate(value.charAt(other))
                        : Character.isHighSurrogate(value.charAt(other)));
    }

    static String unescape(String value) {
        var next = value.indexOf('\\');
        if (next < 0) {
            return value;
        }
        var plain = new StringBuilder(value.length()).append(value, 0, next);
        for (int i = next; i < value.length(); i++) {
            var c = value.charAt(i);
            var escape = c == '\\' && i + 1 < value.length() ? value.charAt(i + 1) : 0;
            var meant = "\\:\n\r".indexOf(plainOf(escape));
            if (meant < 0) {
                plain.append(c);
            } else {
                plain.append(plainOf(escape));
                i++;
            }
        }
        return plain.toString();
    }

    private static char plainOf(int escape) {
        return switch (escape) {
            case '\\' -> '\\';
            case 'c' -> ':';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> 0;
        };
    }

    private record Line(int from, int to) {}
}
