package io.venta.desktop.fleet;

import io.venta.desktop.vendor.Vendor;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the user searches for: every word has to occur in the name, the type or the id, whatever its
 * case and accents.
 */
final class Query implements Predicate<Vendor> {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final List<String> words;

    Query(String text) {
        words = Arrays.stream(plain(text).split("\\s+")).filter(w -> !w.isEmpty()).toList();
    }

    @Override
    public boolean test(Vendor vendor) {
        if (words.isEmpty()) {
            return true;
        }
        String haystack =
                plain(vendor.name() + ' ' + vendor.typeProperty().get() + ' ' + vendor.id());
        return words.stream().allMatch(haystack::contains);
    }

    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return ACCENTS.matcher(apart)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ł', 'l')
                .replace('’', '\'');
    }
}
