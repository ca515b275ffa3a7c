package io.venta.desktop.fleet;

import io.venta.desktop.fx.Words;
import io.venta.desktop.vendor.Vendor;
import java.util.function.Predicate;

/** What the user searches for: words in the name, the type or the id. */
final class Query implements Predicate<Vendor> {

    private final Words words;

    Query(String text) {
        words = new Words(text);
    }

    @Override
    public boolean test(Vendor vendor) {
        return words.isEmpty()
                || words.test(
                        vendor.name() + ' ' + vendor.typeProperty().get() + ' ' + vendor.id());
    }
}
