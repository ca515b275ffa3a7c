package io.venta.desktop.map.place;

import io.venta.model.location.GeoPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads coordinates as people write and copy them: decimal degrees with points or commas, degrees
 * with minutes and seconds, letters for the hemispheres, {@code geo:} addresses. Latitude comes
 * first unless letters say otherwise.
 */
final class Coordinates {

    /** What is wrong with a text; its message is a key of the texts. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1;

        UnreadableException(String key) {
            super(key);
        }

        String key() {
            return String.valueOf(getMessage());
        }
    }

    private static final String NUMBER = "(\\d+(?:[.,]\\d+)?)";
    private static final Pattern ANGLE =
            Pattern.compile(
                    "([NSEW]?)\\s*([-+]?)"
                            + NUMBER
                            + "\\s*°?\\s*(?:"
                            + NUMBER
                            + "\\s*'\\s*(?:"
                            + NUMBER
                            + "\\s*\")?)?\\s*([NSEW]?)");
    private static final Pattern APART = Pattern.compile("\\s*[,;]?\\s*");
    private static final Pattern GEO = Pattern.compile("(?i)^geo:([^,;?]*,[^,;?]*)?.*$");

    /** An angle, and the letter beside it. */
    private record Angle(double degrees, String letter) {

        boolean east() {
            return letter.equals("E") || letter.equals("W");
        }
    }

    private Coordinates() {}

    static GeoPosition parse(String words) throws UnreadableException {
        String text = plain(words);
        if (text.isEmpty()) {
            throw new UnreadableException("goto.empty");
        }
        List<Angle> angles = text.matches(".*[°'\"NSEW].*") ? marked(text) : decimals(text);
        boolean swapped = angles.getFirst().east() && !angles.getLast().east();
        if (!swapped && (angles.getFirst().east() || isLatitude(angles.getLast()))) {
            throw new UnreadableException("goto.unreadable");
        }
        double lat = (swapped ? angles.getLast() : angles.getFirst()).degrees();
        double lng = (swapped ? angles.getFirst() : angles.getLast()).degrees();
        if (Math.abs(lat) > 90) {
            throw new UnreadableException("goto.latitude");
        }
        if (Math.abs(lng) > 180) {
            throw new UnreadableException("goto.longitude");
        }
        return new GeoPosition(lat, lng);
    }

    private static boolean isLatitude(Angle angle) {
        return angle.letter().equals("N") || angle.letter().equals("S");
    }

    private static String plain(String words) {
        Matcher address = GEO.matcher(words.strip());
        String said = address.matches() ? Objects.requireNonNullElse(address.group(1), "") : words;
        return said.strip()
                .replace('\u2212', '-')
                .replaceAll("[º˚]", "°")
                .replaceAll("[’′‘]", "'")
                .replaceAll("''|[”″“]", "\"")
                .replaceAll("[\\s\\u00A0\\u2009\\u202F]+", " ")
                .toUpperCase(Locale.ROOT)
                .strip();
    }

    private static List<Angle> decimals(String text) throws UnreadableException {
        List<Angle> angles = new ArrayList<>();
        for (String part : parts(text)) {
            if (!part.matches("[-+]?\\d+([.,]\\d+)?")) {
                throw new UnreadableException("goto.unreadable");
            }
            angles.add(new Angle(Double.parseDouble(part.replace(',', '.')), ""));
        }
        if (angles.size() != 2) {
            throw new UnreadableException(angles.size() == 1 ? "goto.one" : "goto.unreadable");
        }
        return angles;
    }

    /** A comma is a decimal one where no point is, and something else parts the two numbers. */
    private static List<String> parts(String text) {
        if (text.indexOf('.') >= 0) {
            return List.of(text.split("[,; ]+"));
        }
        if (text.matches(".*[; ].*")) {
            return List.of(text.replaceAll(",? *[; ] *|, ", " ").strip().split(" +"));
        }
        String[] numbers = text.split(",");
        return numbers.length == 4
                ? List.of(numbers[0] + "." + numbers[1], numbers[2] + "." + numbers[3])
                : List.of(numbers);
    }

    private static List<Angle> marked(String text) throws UnreadableException {
        Matcher matcher = ANGLE.matcher(text);
        if (!matcher.lookingAt()) {
            throw new UnreadableException("goto.unreadable");
        }
        Angle first = angle(matcher);
        Matcher gap = APART.matcher(text).region(matcher.end(), text.length());
        int next = gap.lookingAt() ? gap.end() : matcher.end();
        if (next == text.length()) {
            throw new UnreadableException("goto.one");
        }
        matcher.region(next, text.length());
        if (!matcher.matches()) {
            throw new UnreadableException("goto.unreadable");
        }
        return List.of(first, angle(matcher));
    }

    private static Angle angle(Matcher matcher) throws UnreadableException {
        double minutes = number(matcher.group(4));
        double seconds = number(matcher.group(5));
        if (minutes >= 60 || seconds >= 60) {
            throw new UnreadableException("goto.minutes");
        }
        String letter = matcher.group(1).isEmpty() ? matcher.group(6) : matcher.group(1);
        double degrees = number(matcher.group(3)) + minutes / 60 + seconds / 3600;
        boolean negative =
                matcher.group(2).equals("-") != (letter.equals("S") || letter.equals("W"));
        return new Angle(negative ? -degrees : degrees, letter);
    }

    private static double number(@Nullable String digits) {
        return digits == null ? 0 : Double.parseDouble(digits.replace(',', '.'));
    }
}
