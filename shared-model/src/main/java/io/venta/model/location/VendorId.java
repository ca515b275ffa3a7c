package io.venta.model.location;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a vendor in payloads, destinations and routing keys.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9_-]}
 */
public record VendorId(@JsonValue String value) implements Comparable<VendorId> {

    private static final int MAX_LENGTH = 64;

    /** Checks the form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VendorId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("vendorId must be 1 to 64 of A-Z a-z 0-9 _ -");
        }
    }

    /** Whether it would make a vendor's id. */
    public static boolean isValid(String value) {
        var length = value.length();
        if (length == 0 || length > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!isAllowed(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char each) {
        return (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || (each >= '0' && each <= '9')
                || each == '_'
                || each == '-';
    }

    @Override
    public int compareTo(VendorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
