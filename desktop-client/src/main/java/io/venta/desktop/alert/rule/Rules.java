package io.venta.desktop.alert.rule;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All rules of the dispatcher's, in the order they were made; the last one deleted can be had back.
 * As a text they can be kept elsewhere: what of it makes no rule is left out with a line in the
 * log. JavaFX thread only.
 */
public final class Rules {

    /** As many as can be surveyed. */
    public static final int MOST = 20;

    private static final System.Logger LOG = System.getLogger(Rules.class.getName());

    /** The last one deleted. */
    private record Deleted(Rule rule, int index) {}

    private final JsonMapper json = new JsonMapper();
    private final ObservableList<Rule> all = FXCollections.observableArrayList();
    private final StringProperty stored = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Rule> deleted = new ReadOnlyObjectWrapper<>();
    private @Nullable Deleted last;
    private boolean syncing;

    /** None yet. */
    public Rules() {
        all.addListener((InvalidationListener) change -> store());
        stored.addListener((property, before, text) -> restore(text));
    }

    /** All of them; changed by the commands alone. */
    public ObservableList<Rule> all() {
        return all;
    }

    /** All of them as a text, both ways. */
    public StringProperty storedProperty() {
        return stored;
    }

    /** Which one can be had back; null where none can. */
    public ReadOnlyObjectProperty<@Nullable Rule> deletedProperty() {
        return deleted.getReadOnlyProperty();
    }

    /** Whether one of a kind is in force. */
    public boolean inForce(RuleKind kind) {
        return all.stream().anyMatch(rule -> rule.enabled() && rule.kind() == kind);
    }

    /** Whether there is room for one more. */
    public boolean hasRoom() {
        return all.size() < MOST;
    }

    /** Keeps a rule: in the place of the one with its id, else as the last. */
    public void put(Rule rule) {
        remember(null);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(rule.id())) {
                all.set(i, rule);
                return;
            }
        }
        if (hasRoom()) {
            all.add(rule);
        }
    }

    /** Deletes a rule. */
    public void delete(Rule rule) {
        int index = all.indexOf(rule);
        if (index >= 0) {
            all.remove(index);
            remember(new Deleted(rule, index));
        }
    }

    /** Has the last one deleted back where it was. */
    public void undelete() {
        Deleted back = last;
        remember(null);
        if (back != null && hasRoom()) {
            all.add(Math.min(back.index(), all.size()), back.rule());
        }
    }

    /** The last one deleted is gone for good. */
    public void forgetDeleted() {
        remember(null);
    }

    private void remember(@Nullable Deleted one) {
        last = one;
        deleted.set(one == null ? null : one.rule());
    }

    private void store() {
        if (!syncing) {
            syncing = true;
            try {
                stored.set(json.writeValueAsString(all));
            } finally {
                syncing = false;
            }
        }
    }

    private void restore(String text) {
        if (!syncing) {
            syncing = true;
            try {
                all.setAll(read(text));
                remember(null);
            } finally {
                syncing = false;
            }
        }
    }

    private List<Rule> read(String text) {
        List<Rule> rules = new ArrayList<>();
        try {
            for (JsonNode node : json.readTree(text)) {
                if (rules.size() < MOST) {
                    read(node, rules);
                }
            }
        } catch (JacksonException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Alert rules are not read: {0}",
                    e.getOriginalMessage());
        }
        return rules;
    }

    private void read(JsonNode node, List<Rule> rules) {
        try {
            Rule rule = json.treeToValue(node, Rule.class);
            if (rule == null || rules.stream().anyMatch(each -> each.id().equals(rule.id()))) {
                LOG.log(System.Logger.Level.WARNING, "An alert rule is left out: {0}", node);
            } else {
                rules.add(rule);
            }
        } catch (JacksonException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "An alert rule is left out: {0}",
                    e.getOriginalMessage());
        }
    }
}
