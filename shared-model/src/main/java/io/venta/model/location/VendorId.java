package io.venta.model.location;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a vendor in payloads, destinations and routing keys.
 *
 * @param value 1 to 64 of {@code [A-Za-z0-9_-]}
 */
public record VendorId(@JsonValue String value) implements Comparable<VendorId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Checks the form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public VendorId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("vendorId must be 1 to 64 of A-Z a-z 0-9 _ -");
        }
    }

    /** Whether it would make a vendor's id. */
    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
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
