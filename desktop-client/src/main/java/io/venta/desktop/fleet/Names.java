package io.venta.desktop.fleet;

import java.util.regex.Pattern;

/** Names as rows take them. */
final class Names {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]+");

    private Names() {}

    /** On one line and as its letters run, whatever its owner wrote. */
    static String oneLine(String name) {
        return BREAKS.matcher(TURNS.matcher(name).replaceAll("")).replaceAll(" ");
    }
}
