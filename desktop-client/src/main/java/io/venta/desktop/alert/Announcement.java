package io.venta.desktop.alert;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.alert.rule.RuleKind;
import io.venta.desktop.vendor.Vendor;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is told of alerts that begin together.
 *
 * @param title one line: the vendor, or how many
 * @param words what is with it; the first few by name where it is the same with all of them
 * @param about the alerts
 */
public record Announcement(String title, String words, List<Alert> about) {

    private static final int NAMED = 3;

    /** Says it of at least one. */
    static Announcement of(List<Alert> begun) {
        if (begun.size() == 1) {
            Alert alone = begun.getFirst();
            return new Announcement(alone.vendor().name(), alone.rule().what(), begun);
        }
        List<RuleKind> kinds = begun.stream().map(a -> a.rule().kind()).distinct().toList();
        if (kinds.size() == 1) {
            return new Announcement(count(begun, kinds.getFirst()), names(begun), begun);
        }
        String each =
                kinds.stream().map(kind -> count(begun, kind)).collect(Collectors.joining(", "));
        return new Announcement(text("alert.many", begun.size()), each, begun);
    }

    private static String count(List<Alert> of, RuleKind kind) {
        long vendors =
                of.stream()
                        .filter(alert -> alert.rule().kind() == kind)
                        .map(Alert::vendor)
                        .distinct()
                        .count();
        return text("alert.many." + kind.key(), vendors);
    }

    private static String names(List<Alert> of) {
        List<String> names = of.stream().map(Alert::vendor).distinct().map(Vendor::name).toList();
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        int more = names.size() - NAMED;
        return more > 0 ? text("alert.more", first, more) : first;
    }
}
