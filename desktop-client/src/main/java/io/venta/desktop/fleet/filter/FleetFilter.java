package io.venta.desktop.fleet.filter;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who is in the list: vendors that fit all three.
 *
 * @param text words in the name, the type or the id
 * @param states one of them has to fit; none: any
 * @param presence whether a device is connected
 */
public record FleetFilter(String text, Set<StateFilter> states, PresenceFilter presence) {

    /** Everybody. */
    public static final FleetFilter NONE = new FleetFilter("", Set.of(), PresenceFilter.ANY);

    /** What a filter can be made of, what is soonest forgotten first. */
    public enum Part {
        /** The states. */
        STATES,
        /** The presence. */
        PRESENCE,
        /** The words. */
        TEXT
    }

    /** Keeps a copy. */
    public FleetFilter {
        text = text.strip();
        states = Set.copyOf(states);
    }

    /** What it is made of; empty where everybody fits. */
    public Set<Part> parts() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (!text.isEmpty()) {
            parts.add(Part.TEXT);
        }
        if (!states.isEmpty()) {
            parts.add(Part.STATES);
        }
        if (presence != PresenceFilter.ANY) {
            parts.add(Part.PRESENCE);
        }
        return parts;
    }

    /** The rest of it. */
    public FleetFilter without(Part part) {
        return switch (part) {
            case TEXT -> new FleetFilter("", states, presence);
            case STATES -> new FleetFilter(text, Set.of(), presence);
            case PRESENCE -> new FleetFilter(text, states, PresenceFilter.ANY);
        };
    }
}
