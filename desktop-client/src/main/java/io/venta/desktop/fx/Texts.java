package io.venta.desktop.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The words on the screen, from the bundle {@code messages.properties} or its translation, a file
 * beside it: {@code messages_pl.properties}. What a translation lacks is taken from the former.
 */
public final class Texts {

    private static final String BUNDLE = "io.venta.desktop.messages";
    private static final Texts DEFAULT = new Texts(Locale.getDefault());

    private final ResourceBundle bundle;
    private final Locale locale;

    Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
    }

    /**
     * A text, with its {@code {0}}, {@code {1}} … filled in.
     *
     * @throws java.util.MissingResourceException if the bundle has no such key
     */
    public static String text(String key, Object... arguments) {
        return DEFAULT.get(key, arguments);
    }

    String get(String key, Object... arguments) {
        return new MessageFormat(pattern(key), locale).format(arguments);
    }

    String pattern(String key) {
        return bundle.getString(key);
    }

    Set<String> keys() {
        return bundle.keySet();
    }
}
