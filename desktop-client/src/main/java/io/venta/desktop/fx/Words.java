package io.venta.desktop.fx;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the user searches for: every word has to occur in a text, whatever its case and accents. */
public final class Words implements Predicate<String> {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final List<String> words;

    /** The words of {@code query}; without any, every text fits. */
    public Words(String query) {
        words = Arrays.stream(plain(query).split("\\s+")).filter(w -> !w.isEmpty()).toList();
    }

    /** Whether there is nothing to search for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    @Override
    public boolean test(String text) {
        if (words.isEmpty()) {
            return true;
        }
        return testPlain(plain(text));
    }

    /** The same for a text that went through {@link #plain} already. */
    public boolean testPlain(String plain) {
        return words.stream().allMatch(plain::contains);
    }

    /** A text without what does not count: case and accents. */
    public static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return ACCENTS.matcher(apart)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ł', 'l')
                .replace('’', '\'');
    }
}
