package io.venta.server.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What every session should hear, worked out without locks, indexes, bytes or queues: every
 * subscription is looked at for every event. Lines are those of {@link RecordingClient}; retained
 * values are in alphabetic order.
 */
final class TopicsModel {

    private final Map<String, Map<String, Long>> values = new HashMap<>();
    private final Map<String, Long> removed = new HashMap<>();
    private final Set<Asked> subscriptions = new LinkedHashSet<>();
    private final Map<String, List<String>> heard = new HashMap<>();
    private final Map<Beat, Map<Slot, String>> held = new HashMap<>();

    void connect(String session) {
        heard.put(session, new ArrayList<>());
    }

    void disconnect(String session) {
        subscriptions.removeIf(asked -> asked.session().equals(session));
        held.keySet().removeIf(beat -> beat.session().equals(session));
    }

    void subscribe(Asked asked) {
        subscriptions.add(asked);
        values(asked.family())
                .forEach(
                        (key, version) -> {
                            if (asked.matches(asked.family(), key)) {
                                tell(asked, updated(key, version) + " retained");
                            }
                        });
        heard(asked.session()).add("RECEIPT r-" + asked.id());
    }

    void unsubscribe(Asked asked) {
        subscriptions.remove(asked);
        held.values().forEach(slots -> slots.keySet().removeIf(slot -> slot.asked().equals(asked)));
        heard(asked.session()).add("RECEIPT u-" + asked.id());
    }

    boolean publish(String family, String key, long version) {
        var old = values(family).get(key);
        var gone = removed.getOrDefault(family + key, 0L);
        if (old != null ? old >= version : gone >= version) {
            return false;
        }
        values(family).put(key, version);
        tellAll(family, key, updated(key, version));
        return true;
    }

    void remove(String family, String key) {
        var old = values(family).remove(key);
        if (old != null) {
            removed.put(family + key, old);
        }
        tellAll(family, key, "vendor_removed " + key);
    }

    /** A message of which each one counts, to what is subscribed to as this family and key. */
    void send(String family, String key, String line) {
        subscriptions.stream()
                .filter(asked -> asked.matches(family, key))
                .forEach(asked -> tell(asked, line));
    }

    void beat(int millis) {
        held.forEach(
                (beat, slots) -> {
                    if (beat.millis() == millis) {
                        slots.forEach((slot, line) -> tell(slot.asked(), line));
                        slots.clear();
                    }
                });
    }

    long newest(String family, String key) {
        var gone = removed.getOrDefault(family + key, 10L);
        return values(family).getOrDefault(key, gone);
    }

    List<Asked> subscriptions() {
        return List.copyOf(subscriptions);
    }

    List<String> heard(String session) {
        return heard.getOrDefault(session, List.of());
    }

    private void tellAll(String family, String key, String line) {
        for (var asked : subscriptions) {
            if (asked.matches(family, key)) {
                if (asked.millis() == 0) {
                    tell(asked, line);
                } else {
                    held.computeIfAbsent(
                                    new Beat(asked.session(), asked.millis()),
                                    _ -> new LinkedHashMap<>())
                            .put(new Slot(asked, key), line);
                }
            }
        }
    }

    private void tell(Asked asked, String line) {
        heard(asked.session()).add(asked.id() + ' ' + line);
    }

    private Map<String, Long> values(String family) {
        return values.computeIfAbsent(family, _ -> new TreeMap<>());
    }

    private static String updated(String key, long version) {
        return "location_updated " + key + '@' + version;
    }

    /**
     * A subscription.
     *
     * @param key of the family; {@code *} for all
     * @param millis how long updates are held; 0 for not at all
     */
    record Asked(String session, String id, String family, String key, int millis) {

        boolean matches(String wantedFamily, String wantedKey) {
            return family.equals(wantedFamily) && (key.equals("*") || key.equals(wantedKey));
        }
    }

    private record Beat(String session, int millis) {}

    private record Slot(Asked asked, String key) {}
}
