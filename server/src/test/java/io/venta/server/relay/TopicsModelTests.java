package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random sessions, subscriptions, publishes and removals: every subscription hears what a model
 * without locks, indexes or queues says, in order and nothing twice.
 */
class TopicsModelTests {

    private static final int STEPS = 2_000;
    private static final List<String> FAMILIES = List.of("location", "vendor");

    private final Map<String, StubTopicPolicy> policies =
            Map.of(
                    "location", new StubTopicPolicy("location"),
                    "vendor", new StubTopicPolicy("vendor"));
    private final Topics topics = new Topics(List.copyOf(policies.values()));
    private final List<RecordingClient> clients =
            IntStream.range(0, 5).mapToObj(i -> new RecordingClient("s" + i)).toList();
    private final Model model = new Model();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void saysWhatTheModelSays(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(10)) {
                case 0 -> subscribe(random, "s" + step);
                case 1 -> unsubscribe(random);
                case 2 -> remove(random);
                default -> publish(random);
            }
        }

        var heard = heardBySubscription();
        assertThat(heard).isEqualTo(model.heard);
        assertThat(heard.values()).anyMatch(lines -> lines.size() > 20);
    }

    private void subscribe(Random random, String id) {
        var client = clients.get(random.nextInt(clients.size()));
        var family = family(random);
        var key = random.nextInt(4) == 0 ? "*" : key(random);
        var subscription = client.subscribe(topics, id, "/topic/" + family + '.' + key);
        model.subscribe(subscription, family, key);
    }

    private void unsubscribe(Random random) {
        if (model.subscriptions.size() > 12) {
            var all = List.copyOf(model.subscriptions.keySet());
            var subscription = all.get(random.nextInt(all.size()));
            topics.unsubscribe(subscription);
            model.subscriptions.remove(subscription);
        }
    }

    private void remove(Random random) {
        if (random.nextInt(5) == 0) {
            var family = family(random);
            var key = key(random);
            topics.remove(policy(family), key, key.getBytes(UTF_8));
            model.remove(family, key);
        }
    }

    private void publish(Random random) {
        var family = family(random);
        var key = key(random);
        var version = model.newest(family, key) + random.nextInt(-2, 4);
        var accepted = topics.accept(policy(family), value(key, version));
        assertThat(accepted).isEqualTo(model.publish(family, key, version));
    }

    /** What each subscription heard; retained values sorted, since they come in any order. */
    private Map<String, List<String>> heardBySubscription() {
        var heard = new HashMap<String, List<String>>();
        for (var client : clients) {
            for (var line : client.heard()) {
                var words = line.split(" ", 2);
                var isReceipt = words[0].equals("RECEIPT");
                var id = isReceipt ? words[1].substring(2) : words[0];
                var lines = heard.computeIfAbsent(id, _ -> new ArrayList<>());
                if (isReceipt) {
                    lines.sort(null);
                }
                lines.add(isReceipt ? "RECEIPT" : words[1]);
            }
        }
        return heard;
    }

    private static String family(Random random) {
        return FAMILIES.get(random.nextInt(FAMILIES.size()));
    }

    private StubTopicPolicy policy(String family) {
        return Objects.requireNonNull(policies.get(family));
    }

    private static String key(Random random) {
        return "v" + random.nextInt(6);
    }

    /** What should be: every subscription looked at for every event. */
    private static final class Model {

        private final Map<Subscription, List<String>> subscriptions = new LinkedHashMap<>();
        private final Map<String, Map<String, Long>> values = new HashMap<>();
        private final Map<String, List<String>> heard = new HashMap<>();

        void subscribe(Subscription subscription, String family, String key) {
            var lines = new ArrayList<String>();
            values(family)
                    .forEach(
                            (known, version) -> {
                                if (key.equals("*") || key.equals(known)) {
                                    lines.add(updated(known, version) + " retained");
                                }
                            });
            lines.sort(null);
            lines.add("RECEIPT");
            subscriptions.put(subscription, List.of(family, key));
            heard.put(subscription.id(), lines);
        }

        boolean publish(String family, String key, long version) {
            var old = values(family).get(key);
            if (old != null && old >= version) {
                return false;
            }
            values(family).put(key, version);
            tell(family, key, updated(key, version));
            return true;
        }

        void remove(String family, String key) {
            values(family).remove(key);
            tell(family, key, "vendor_removed " + key);
        }

        long newest(String family, String key) {
            return values(family).getOrDefault(key, 10L);
        }

        private void tell(String family, String key, String line) {
            subscriptions.forEach(
                    (subscription, asked) -> {
                        if (asked.equals(List.of(family, key))
                                || asked.equals(List.of(family, "*"))) {
                            heard.getOrDefault(subscription.id(), List.of()).add(line);
                        }
                    });
        }

        private Map<String, Long> values(String family) {
            return values.computeIfAbsent(family, _ -> new HashMap<>());
        }

        private static String updated(String key, long version) {
            return "location_updated " + key + '@' + version;
        }
    }
}
