package io.venta.server.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of last known values does. Each test begins with an empty one. */
interface LastKnownValuesContract {

    LastKnownValues store();

    /** The store's. */
    SettableClock clock();

    @Test
    default void findsWhatItKept() {
        var body = "{\"name\":\"Żółć 🚌\",\"x\":[1, 2]}";
        store().keep("location", List.of(value("v1", 1_000_000_001L, 987_654_321, body)));

        var found = store().find("location", "v1").orElseThrow();

        assertThat(found.key()).isEqualTo("v1");
        assertThat(found.version()).isEqualTo(Instant.ofEpochSecond(1_000_000_001L, 987_654_321));
        assertThat(found.body()).isEqualTo(body.getBytes(UTF_8));
    }

    @Test
    default void findsNothingWhereNothingIs() {
        assertThat(store().find("location", "v1")).isEmpty();
        assertThat(store().findAll("location", List.of())).isEmpty();
        assertThat(store().page("location", null, 10)).isEmpty();
    }

    @Test
    default void keepsTheLaterVersionInWhateverOrderTheyCome() {
        store().keep("location", List.of(value("v1", 5, 0, "5")));
        store().keep("location", List.of(value("v1", 4, 999_999_999, "older")));
        assertThat(body("v1")).isEqualTo("5");

        store().keep("location", List.of(value("v1", 5, 1, "a nanosecond later")));
        assertThat(body("v1")).isEqualTo("a nanosecond later");

        store().keep("location", List.of(value("v1", 10, 0, "more digits")));
        assertThat(body("v1")).isEqualTo("more digits");
    }

    @Test
    default void changesNothingForAnEqualVersion() {
        store().keep("location", List.of(value("v1", 5, 0, "first")));
        store().keep("location", List.of(value("v1", 5, 0, "second")));

        assertThat(body("v1")).isEqualTo("first");
    }

    @Test
    default void keepsTheLatestOfOneBatch() {
        store().keep(
                        "location",
                        List.of(
                                value("v1", 2, 0, "2"),
                                value("v1", 3, 0, "3"),
                                value("v1", 1, 0, "1")));

        assertThat(body("v1")).isEqualTo("3");
        assertThat(store().page("location", null, 10)).hasSize(1);
    }

    @Test
    default void keepsFamiliesApart() {
        store().keep("location", List.of(value("v1", 1, 0, "there")));
        store().keep("vendor", List.of(value("v1", 2, 0, "Anna")));

        store().remove("vendor", "v1", at(2));

        assertThat(body("v1")).isEqualTo("there");
        assertThat(store().find("vendor", "v1")).isEmpty();
    }

    @Test
    default void remembersWhenItHeardOfAValue() {
        store().keep("location", List.of(heard("v1", at(7))));

        assertThat(store().find("location", "v1").orElseThrow().heardAt()).isEqualTo(7_000);
    }

    @Test
    default void forgetsWhatIsRemovedAndTakesNothingOlderAnew() {
        store().keep("location", List.of(value("v1", 9, 0, "9"), value("v2", 9, 0, "9")));

        store().remove("location", "v1", at(10));
        store().remove("location", "never-seen", at(10));
        store().keep("location", List.of(value("v1", 10, 0, "10"), value("never-seen", 3, 0, "3")));

        assertThat(store().find("location", "v1")).isEmpty();
        assertThat(keys(store().page("location", null, 10))).containsExactly("v2");
        store().keep("location", List.of(value("v1", 10, 1, "newer")));
        assertThat(body("v1")).isEqualTo("newer");
    }

    @Test
    default void leavesWhatIsNewerThanARemoval() {
        store().keep("location", List.of(value("v1", 9, 1, "9")));

        store().remove("location", "v1", at(9));

        assertThat(body("v1")).isEqualTo("9");
        assertThat(keys(store().page("location", null, 10))).containsExactly("v1");
    }

    @Test
    default void remembersTheLatestRemovalOfAKeyForADay() {
        store().remove("location", "v1", at(9));
        store().remove("location", "v1", at(8));
        store().remove("vendor", "v2", at(7));
        clock().advance(Duration.ofHours(23));
        store().remove("location", "v3", at(5));
        store().forget(Instant.EPOCH, 10);

        assertThat(store().removals("location"))
                .containsOnly(Map.entry("v1", at(9)), Map.entry("v3", at(5)));
        assertThat(store().removals("vendor")).containsOnly(Map.entry("v2", at(7)));

        clock().advance(Duration.ofHours(2));
        store().forget(Instant.EPOCH, 10);

        assertThat(store().removals("location")).containsOnlyKeys("v3");
        assertThat(store().removals("vendor")).isEmpty();
        store().keep("location", List.of(value("v1", 1, 0, "1")));
        assertThat(body("v1")).isEqualTo("1");
    }

    @Test
    default void readsManyRemovals() {
        IntStream.range(0, 2_500).forEach(i -> store().remove("location", "v" + i, at(i)));

        assertThat(store().removals("location")).hasSize(2_500).containsEntry("v7", at(7));
    }

    @Test
    default void forgetsKeysThatNoFamilyHasHeardOfForLong() {
        store().keep("location", List.of(heard("v1", at(10)), heard("v2", at(11))));
        store().keep("vendor", List.of(heard("v1", at(9)), heard("v2", at(9))));
        store().keep("vendor", List.of(heard("v3", at(9)), heard("v4", at(11))));

        var forgotten = store().forget(at(11), 10);

        assertThat(forgotten).isEqualTo(new LastKnownValues.Forgotten(2, 0));
        assertThat(keys(store().page("location", null, 10))).containsExactly("v2");
        assertThat(keys(store().page("vendor", null, 10))).containsExactly("v2", "v4");
        assertThat(store().find("vendor", "v1")).isEmpty();
        assertThat(store().forget(at(11), 10)).isEqualTo(new LastKnownValues.Forgotten(0, 0));
    }

    @Test
    default void forgetsWhatWasNotHeardOfForLongestWhereThereIsTooMuch() {
        store().keep(
                        "location",
                        IntStream.range(0, 1_500).mapToObj(i -> heard("v" + i, at(i))).toList());
        store().keep("location", List.of(value("v0", 2_000, 0, "again")));

        var forgotten = store().forget(at(100), 200);

        assertThat(forgotten).isEqualTo(new LastKnownValues.Forgotten(99, 1_201));
        var kept = keys(store().page("location", null, 1_500));
        assertThat(kept).hasSize(200).contains("v0", "v1301", "v1499").doesNotContain("v1300");
    }

    @Test
    default void doesNotCountWhatIsRemoved() {
        store().keep("location", List.of(heard("v1", at(1)), heard("v2", at(2))));
        store().remove("location", "v1", at(10));

        assertThat(store().forget(Instant.EPOCH, 1)).isEqualTo(new LastKnownValues.Forgotten(0, 0));
        assertThat(keys(store().page("location", null, 10))).containsExactly("v2");
    }

    @Test
    default void staysTheSameIncarnationWhileItLosesNothing() {
        var incarnation = store().incarnation();
        store().keep("location", List.of(value("v1", 9, 0, "9")));
        store().forget(at(100), 0);

        assertThat(store().incarnation()).isEqualTo(incarnation);
    }

    @Test
    default void findsManyInTheOrderAskedFor() {
        store().keep("location", List.of(value("a", 1, 0, "a"), value("b", 1, 0, "b")));

        var found = store().findAll("location", List.of("b", "missing", "a"));

        assertThat(keys(found)).containsExactly("b", "a");
    }

    @Test
    default void pagesInTheOrderOfKeysWithoutGapsOrRepeats() {
        var keys =
                Stream.concat(
                                IntStream.range(0, 1_203).mapToObj(i -> "v" + i),
                                Stream.of("-", "_", "A", "Z", "a", "z", "0", "9"))
                        .toList();
        store().keep("location", keys.stream().map(key -> value(key, 1, 0, key)).toList());

        var read = new ArrayList<String>();
        for (var page = store().page("location", null, 100);
                !page.isEmpty();
                page = store().page("location", read.getLast(), 100)) {
            assertThat(page).hasSizeLessThanOrEqualTo(100);
            read.addAll(keys(page));
        }

        assertThat(read).isEqualTo(keys.stream().sorted().toList());
    }

    @Test
    default void beginsAPageBehindAKeyThatIsGone() {
        store().keep("location", List.of(value("a", 1, 0, "a"), value("c", 1, 0, "c")));

        assertThat(keys(store().page("location", "b", 10))).containsExactly("c");
        assertThat(keys(store().page("location", "a", 10))).containsExactly("c");
        assertThat(store().page("location", "c", 10)).isEmpty();
    }

    @Test
    default void keepsTheLatestOfManyWritersAtOnce() {
        IntStream.rangeClosed(1, 200)
                .parallel()
                .forEach(
                        i ->
                                store().keep(
                                                "location",
                                                List.of(value("v1", i, 0, String.valueOf(i)))));

        assertThat(body("v1")).isEqualTo("200");
    }

    private String body(String key) {
        return new String(store().find("location", key).orElseThrow().body(), UTF_8);
    }

    private static List<String> keys(List<RetainedValue> values) {
        return values.stream().map(RetainedValue::key).toList();
    }

    private static Instant at(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    private static RetainedValue heard(String key, Instant heard) {
        return new RetainedValue(key, at(1), heard, key.getBytes(UTF_8));
    }

    private static RetainedValue value(String key, long seconds, int nanos, String body) {
        return new RetainedValue(key, Instant.ofEpochSecond(seconds, nanos), body.getBytes(UTF_8));
    }
}
