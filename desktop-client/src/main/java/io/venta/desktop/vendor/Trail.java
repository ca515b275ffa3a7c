package io.venta.desktop.vendor;

import java.util.List;

/**
 * Where a vendor was, oldest first.
 *
 * @param fixes each newer than the one before; one that {@link Fix#jump() jumps} begins a new line
 */
public record Trail(List<Fix> fixes) {

    /** Nothing is known. */
    public static final Trail NONE = new Trail(List.of());

    /** Keeps a copy. */
    public Trail {
        fixes = List.copyOf(fixes);
    }
}
