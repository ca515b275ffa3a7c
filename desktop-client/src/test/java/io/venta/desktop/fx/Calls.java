package io.venta.desktop.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls of a method in a source, as text. */
final class Calls {

    private final String source;
    private int at;

    private Calls(String source, int at) {
        this.source = source;
        this.at = at;
    }

    /** For each call of {@code method}, not of another object's, its arguments. */
    static List<List<String>> of(String method, String source) {
        List<List<String>> calls = new ArrayList<>();
        Matcher name = Pattern.compile("(?<![.\\w])(?<!String )" + method + "\\(").matcher(source);
        while (name.find()) {
            calls.add(new Calls(source, name.end()).arguments());
        }
        return calls;
    }

    private List<String> arguments() {
        List<String> all = new ArrayList<>();
        int depth = 0;
        int start = at;
        for (; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '"') {
                skipLiteral();
            } else if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if (depth == 0 && (c == ',' || c == ')')) {
                all.add(source.substring(start, at));
                start = at + 1;
                if (c == ')') {
                    return all;
                }
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
            }
        }
        throw new IllegalArgumentException("A call does not end: " + source.substring(start));
    }

    private void skipLiteral() {
        for (at++; source.charAt(at) != '"'; at++) {
            if (source.charAt(at) == '\\') {
                at++;
            }
        }
    }
}
