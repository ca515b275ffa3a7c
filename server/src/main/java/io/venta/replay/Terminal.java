package io.venta.replay;

import java.io.Console;
import java.util.Optional;

/** The terminal that somebody sits at, if anybody does. */
final class Terminal {

    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // From 25 on it may again be null.
    static Optional<Console> attended() {
        var console = System.console();
        return console != null && console.isTerminal() ? Optional.of(console) : Optional.empty();
    }
}
