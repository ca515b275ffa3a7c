package io.venta.desktop.alert.rule;

import io.venta.desktop.fx.Words;
import io.venta.desktop.vendor.Vendor;
import io.venta.model.location.VendorId;
import java.util.function.Predicate;

/**
 * Which vendors a rule is about.
 *
 * @param type how they are named
 * @param text words that each of them has in its name, type or id; or one vendor's id; empty for
 *     all
 */
public record Audience(Type type, String text) {

    /** How vendors are named. */
    public enum Type {
        /** All of them. */
        ALL,
        /** Those that a text fits. */
        MATCHING,
        /** One, by its id. */
        ONE
    }

    /** Everybody. */
    public static final Audience ALL = new Audience(Type.ALL, "");

    static final int LONGEST_TEXT = 100;

    /** Checks that type and text go together. */
    public Audience {
        if (type == null || text == null) {
            throw new IllegalArgumentException("an audience has a type and a text");
        }
        boolean fits =
                switch (type) {
                    case ALL -> text.isEmpty();
                    case MATCHING -> !text.isBlank() && text.length() <= LONGEST_TEXT;
                    case ONE -> VendorId.isValid(text);
                };
        if (!fits) {
            throw new IllegalArgumentException("the text does not fit the audience " + type);
        }
    }

    /** Whether a vendor belongs to it; made once, since it is asked of each vendor. */
    public Predicate<Vendor> members() {
        return switch (type) {
            case ALL -> vendor -> true;
            case ONE -> vendor -> vendor.id().value().equals(text);
            case MATCHING -> {
                Words words = new Words(text);
                yield vendor ->
                        words.test(
                                vendor.name()
                                        + ' '
                                        + vendor.typeProperty().get()
                                        + ' '
                                        + vendor.id());
            }
        };
    }
}
