package io.venta.desktop.fx;

import java.math.BigInteger;
import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names as the user's language sorts them and as people count, whatever the case and accents: runs
 * of digits go by their number, so that "bus-2" comes before "bus-10". Remembers what it has seen;
 * one thread only.
 */
public final class NaturalOrder implements Comparator<String> {

    private final Collator collator = Collator.getInstance(Locale.getDefault());
    private final Map<String, Key> keys = new HashMap<>();

    /** By the user's language. */
    public NaturalOrder() {
        collator.setStrength(Collator.PRIMARY);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
    }

    @Override
    public int compare(String one, String other) {
        return key(one).compareTo(key(other));
    }

    private Key key(String name) {
        return keys.computeIfAbsent(name, unknown -> Key.of(unknown, collator));
    }

    /** Words and numbers in turn, beginning with a word, which may be empty. */
    private record Key(List<Part> parts) implements Comparable<Key> {

        private static final Pattern PART = Pattern.compile("(\\D*)(\\d*)");

        /** A word and the number behind it; -1 where none is. */
        private record Part(CollationKey word, BigInteger number) {}

        static Key of(String name, Collator collator) {
            List<Part> parts = new ArrayList<>();
            Matcher matcher = PART.matcher(name);
            while (matcher.find() && !matcher.group().isEmpty()) {
                String digits = matcher.group(2);
                parts.add(
                        new Part(
                                collator.getCollationKey(matcher.group(1)),
                                digits.isEmpty()
                                        ? BigInteger.ONE.negate()
                                        : new BigInteger(digits)));
            }
            return new Key(parts);
        }

        @Override
        public int compareTo(Key other) {
            int shared = Math.min(parts.size(), other.parts.size());
            for (int i = 0; i < shared; i++) {
                Part mine = parts.get(i);
                Part theirs = other.parts.get(i);
                int words = mine.word().compareTo(theirs.word());
                int order = words == 0 ? mine.number().compareTo(theirs.number()) : words;
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(parts.size(), other.parts.size());
        }
    }
}
