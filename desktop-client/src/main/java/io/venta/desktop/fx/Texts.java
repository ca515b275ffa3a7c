package io.venta.desktop.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words on the screen, from the bundle {@code messages.properties}. */
public final class Texts {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("io.venta.desktop.messages");

    private Texts() {}

    /**
     * A text, with its {@code {0}}, {@code {1}} … filled in.
     *
     * @throws java.util.MissingResourceException if the bundle has no such key
     */
    public static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(arguments);
    }
}
