package io.venta.desktop.fleet;

/** Hears of new rows, before they come and after. */
interface RowsWatcher {

    /** The rows will change. */
    void before();

    /** They have; {@code asked} where the user did. */
    void after(boolean asked);
}
