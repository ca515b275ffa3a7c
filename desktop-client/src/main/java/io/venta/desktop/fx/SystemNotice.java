package io.venta.desktop.fx;

/**
 * Shows a message of the system's own, for a user who is not at the window. Nobody waits for it;
 * where the system has none, nothing is shown.
 */
@FunctionalInterface
public interface SystemNotice {

    /**
     * Shows a message.
     *
     * @param title one line
     * @param words the text
     */
    void show(String title, String words);
}
