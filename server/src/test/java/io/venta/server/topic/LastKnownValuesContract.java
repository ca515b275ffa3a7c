package io.venta.server.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of last known values does. Each test begins with an empty one. */
interface LastKnownValuesContract {

    LastKnownValues store();

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

        store().remove("vendor", "v1");

        assertThat(body("v1")).isEqualTo("there");
        assertThat(store().find("vendor", "v1")).isEmpty();
    }

    @Test
    default void forgetsWhatIsRemovedAndTakesItAnewHoweverOld() {
        store().keep("location", List.of(value("v1", 9, 0, "9"), value("v2", 9, 0, "9")));

        store().remove("location", "v1");
        store().remove("location", "never-seen");

        assertThat(store().find("location", "v1")).isEmpty();
        assertThat(keys(store().page("location", null, 10))).containsExactly("v2");
        store().keep("location", List.of(value("v1", 1, 0, "1")));
        assertThat(body("v1")).isEqualTo("1");
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

    private static RetainedValue value(String key, long seconds, int nanos, String body) {
        return new RetainedValue(key, Instant.ofEpochSecond(seconds, nanos), body.getBytes(UTF_8));
    }
}
