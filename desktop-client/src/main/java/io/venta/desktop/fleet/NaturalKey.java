package io.venta.desktop.fleet;

import java.math.BigInteger;
import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as people sort it: words by a collator, runs of digits by their number, so that "bus-2"
 * comes before "bus-10".
 *
 * @param parts words and numbers in turn, beginning with a word, which may be empty
 */
record NaturalKey(List<Part> parts) implements Comparable<NaturalKey> {

    private static final Pattern PART = Pattern.compile("(\\D*)(\\d*)");

    /** A word and the number behind it; -1 where none is. */
    private record Part(CollationKey word, BigInteger number) {}

    static NaturalKey of(String name, Collator collator) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(name);
        while (matcher.find() && !matcher.group().isEmpty()) {
            String digits = matcher.group(2);
            parts.add(
                    new Part(
                            collator.getCollationKey(matcher.group(1)),
                            digits.isEmpty() ? BigInteger.ONE.negate() : new BigInteger(digits)));
        }
        return new NaturalKey(parts);
    }

    @Override
    public int compareTo(NaturalKey other) {
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
