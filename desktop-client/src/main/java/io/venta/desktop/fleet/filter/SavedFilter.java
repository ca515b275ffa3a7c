package io.venta.desktop.fleet.filter;

/**
 * A filter with its order, under a name that the user gave.
 *
 * @param name 1 to 40 characters
 * @param filter who is in the list
 * @param sort in which order
 */
public record SavedFilter(String name, FleetFilter filter, FleetSort sort) {

    private static final int LONGEST_NAME = 40;

    /** Checks the name. */
    public SavedFilter {
        name = name.strip();
        if (!isName(name)) {
            throw new IllegalArgumentException("A name has 1 to 40 characters");
        }
    }

    /** Whether one can be called that. */
    public static boolean isName(String words) {
        return !words.isBlank() && words.strip().length() <= LONGEST_NAME;
    }

    SavedFilter called(String other) {
        return new SavedFilter(other, filter, sort);
    }
}
