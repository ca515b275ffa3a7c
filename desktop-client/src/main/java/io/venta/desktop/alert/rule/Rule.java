package io.venta.desktop.alert.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * What the dispatcher wants to be alerted to.
 *
 * @param id which rule it is, however it changes
 * @param name what the dispatcher calls it; empty where it is called by what it says
 * @param kind what it watches for
 * @param threshold minutes or km/h, as the kind has it
 * @param audience which vendors it is about
 * @param enabled whether it is in force
 */
public record Rule(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) RuleKind kind,
        @JsonProperty(required = true) int threshold,
        @JsonProperty(required = true) Audience audience,
        @JsonProperty(required = true) boolean enabled) {

    static final int LONGEST_NAME = 60;

    /** Checks what a stored one may have wrong. */
    public Rule {
        if (id == null || name == null || kind == null || audience == null) {
            throw new IllegalArgumentException("a rule is written whole");
        }
        if (id.isBlank() || name.length() > LONGEST_NAME || !kind.allows(threshold)) {
            throw new IllegalArgumentException("id, name or threshold is out of bounds");
        }
    }

    /** One for all vendors, as it is offered. */
    public static Rule usual(RuleKind kind) {
        return new Rule(UUID.randomUUID().toString(), "", kind, kind.usual(), Audience.ALL, true);
    }

    /** What it is called. */
    public String title() {
        return name.isEmpty() ? what() : name;
    }

    /** {@code Offline for more than 10 min}. */
    public String what() {
        return kind.what(threshold);
    }

    /** The same, in force or not. */
    public Rule enabled(boolean on) {
        return new Rule(id, name, kind, threshold, audience, on);
    }

    /** Whether it asks the same of the same vendors, whatever it is called. */
    public boolean asksTheSameAs(Rule other) {
        return kind == other.kind
                && threshold == other.threshold
                && audience.equals(other.audience);
    }
}
