package io.venta.desktop.alert.rule;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.Vendors;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A rule while it is written: what was typed, and what is wrong with it. JavaFX thread only. */
public final class RuleDraft {

    // Properties

    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<RuleKind> kind = new SimpleObjectProperty<>(RuleKind.OFFLINE);
    private final StringProperty threshold = new SimpleStringProperty("");
    private final ObjectProperty<Audience.Type> audience =
            new SimpleObjectProperty<>(Audience.Type.ALL);
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper thresholdError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper audienceError = new ReadOnlyStringWrapper("");

    private final Rule rule;
    private final Vendors vendors;
    private boolean judged;

    /**
     * @param rule what to begin with
     * @param vendors by whose names a vendor may be called
     */
    public RuleDraft(Rule rule, Vendors vendors) {
        this.rule = rule;
        this.vendors = vendors;
        name.set(rule.name());
        kind.set(rule.kind());
        threshold.set(String.valueOf(rule.threshold()));
        audience.set(rule.audience().type());
        words.set(
                rule.audience().type() == Audience.Type.ONE
                        ? called(rule.audience().text())
                        : rule.audience().text());
        kind.addListener((property, before, now) -> kindChanged(before, now));
        threshold.addListener(change -> judgeAgain());
        audience.addListener(change -> judgeAgain());
        words.addListener(change -> judgeAgain());
    }

    /** What it is called; empty for what it says. */
    public StringProperty nameProperty() {
        return name;
    }

    /** What it watches for. */
    public ObjectProperty<RuleKind> kindProperty() {
        return kind;
    }

    /** Minutes or km/h, as typed. */
    public StringProperty thresholdProperty() {
        return threshold;
    }

    /** How its vendors are named. */
    public ObjectProperty<Audience.Type> audienceProperty() {
        return audience;
    }

    /** A vendor's name or id, or what to look for, as typed. */
    public StringProperty wordsProperty() {
        return words;
    }

    /** What is wrong with the threshold; empty where nothing is. */
    public ReadOnlyStringProperty thresholdErrorProperty() {
        return thresholdError.getReadOnlyProperty();
    }

    /** What is wrong with the vendors; empty where nothing is. */
    public ReadOnlyStringProperty audienceErrorProperty() {
        return audienceError.getReadOnlyProperty();
    }

    /** What is kept if no name is typed. */
    public String nameless() {
        return threshold().map(kind.get()::what).orElse("");
    }

    /** The rule as written; empty where something is wrong, which the errors say from then on. */
    public Optional<Rule> finish() {
        judged = true;
        Optional<Integer> limit = threshold();
        Optional<Audience> whom = audience();
        String called = name.get().strip();
        return limit.isEmpty() || whom.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Rule(
                                rule.id(),
                                called.substring(0, Math.min(called.length(), Rule.LONGEST_NAME)),
                                kind.get(),
                                limit.get(),
                                whom.get(),
                                rule.enabled()));
    }

    /** Who never touched the threshold gets the usual one of the new kind. */
    private void kindChanged(RuleKind before, RuleKind now) {
        if (threshold.get().strip().equals(String.valueOf(before.usual()))) {
            threshold.set(String.valueOf(now.usual()));
        }
        judgeAgain();
    }

    private void judgeAgain() {
        if (judged) {
            threshold();
            audience();
        }
    }

    private Optional<Integer> threshold() {
        @Nullable Integer number = number(threshold.get().strip());
        boolean good = number != null && kind.get().allows(number);
        if (judged) {
            RuleKind is = kind.get();
            thresholdError.set(good ? "" : text("rule.error." + is.key(), is.least(), is.most()));
        }
        return good ? Optional.ofNullable(number) : Optional.empty();
    }

    private static @Nullable Integer number(String typed) {
        boolean digits = !typed.isEmpty() && typed.length() <= 6;
        return digits && typed.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.valueOf(typed)
                : null;
    }

    private Optional<Audience> audience() {
        String typed = words.get().strip();
        audienceError.set("");
        return switch (audience.get()) {
            case ALL -> Optional.of(Audience.ALL);
            case MATCHING ->
                    typed.isEmpty() || typed.length() > Audience.LONGEST_TEXT
                            ? wrong(text("rule.error.matching", Audience.LONGEST_TEXT))
                            : Optional.of(new Audience(Audience.Type.MATCHING, typed));
            case ONE -> one(typed);
        };
    }

    /** An id is taken before a name. */
    private Optional<Audience> one(String typed) {
        List<Vendor> named =
                vendors.all().stream().filter(v -> v.name().equalsIgnoreCase(typed)).toList();
        Optional<String> id =
                vendors.all().stream()
                        .map(vendor -> vendor.id().value())
                        .filter(typed::equals)
                        .findFirst()
                        .or(() -> unknownYetKept(typed));
        if (id.isEmpty() && named.size() == 1) {
            id = Optional.of(named.getFirst().id().value());
        }
        return id.isPresent()
                ? Optional.of(new Audience(Audience.Type.ONE, id.get()))
                : wrong(oneError(typed, named.size()));
    }

    /** Whom the rule was about before stays, even if the gateway does not know it at the moment. */
    private Optional<String> unknownYetKept(String typed) {
        return Optional.of(rule.audience())
                .filter(before -> before.type() == Audience.Type.ONE)
                .map(Audience::text)
                .filter(id -> typed.equals(id) || typed.equals(called(id)));
    }

    private static String oneError(String typed, int called) {
        if (typed.isEmpty()) {
            return text("rule.error.one");
        }
        return text(called == 0 ? "rule.error.unknown" : "rule.error.ambiguous", typed);
    }

    private String called(String id) {
        return vendors.all().stream()
                .filter(vendor -> vendor.id().value().equals(id))
                .map(Vendor::name)
                .findFirst()
                .orElse(id);
    }

    private Optional<Audience> wrong(String why) {
        if (judged) {
            audienceError.set(why);
        }
        return Optional.empty();
    }
}
