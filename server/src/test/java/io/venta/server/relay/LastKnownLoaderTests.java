package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.venta.server.topic.RetainedValue;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LastKnownLoaderTests {

    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final Lanes lanes = new Lanes(0);
    private final Topics topics =
            new Topics(List.of(location, new StubTopicPolicy("vendor")), lanes);
    private final StubLastKnownValues store = new StubLastKnownValues();
    private final LastKnownLoader loader = new LastKnownLoader(store, topics, lanes);
    private final RecordingClient client = new RecordingClient("s1");

    @AfterEach
    void stop() {
        store.setAway(false);
        store.release();
        loader.stop();
    }

    @Test
    void readsAllPagesOfAllFamilies() throws InterruptedException {
        store.keep(
                "location",
                LongStream.range(0, 2_500).mapToObj(i -> value("v" + (10_000 + i), i)).toList());
        store.keep("vendor", List.of(value("v1", 1)));

        load();

        client.subscribe(topics, "l", "/topic/location.*");
        client.subscribe(topics, "v", "/topic/vendor.*");
        assertThat(client.heard()).hasSize(2_500 + 1 + 1 + 1);
    }

    @Test
    void tellsSubscribersOfWhatIsNewerAndOfNothingElse() throws InterruptedException {
        topics.accept(location, value("v1", 5));
        topics.accept(location, value("v2", 5));
        client.subscribe(topics, "a", "/topic/location.*");
        var before = client.heard().size();
        store.keep("location", List.of(value("v1", 4), value("v2", 6), value("v3", 1)));

        load();

        var heard = client.heard();
        assertThat(heard.subList(before, heard.size()))
                .containsExactlyInAnyOrder("a location_updated v2@6", "a location_updated v3@1");
    }

    @Test
    void triesAgainUntilTheStoreIsBack() {
        store.keep("location", List.of(value("v1", 1)));
        store.setAway(true);
        client.subscribe(topics, "a", "/topic/location.v1");

        loader.load();
        await().until(() -> store.refusals() > 0);
        store.setAway(false);

        await().untilAsserted(
                        () ->
                                assertThat(client.heard())
                                        .containsExactly("RECEIPT r-a", "a location_updated v1@1"));
    }

    @Test
    void readsOnceMoreWhereItIsAskedWhileReading() {
        store.hold();
        loader.load();
        await().until(store::hasCallWaiting);

        loader.load();
        loader.load();
        store.release();

        await().until(() -> store.calls().size() == 4);
        await().during(Duration.ofMillis(200)).until(() -> store.calls().size() == 4);
    }

    @Test
    void readsAgainWhenAskedAgain() {
        loader.load();
        await().until(() -> store.calls().size() == 2);
        store.keep("location", List.of(value("v1", 1)));
        client.subscribe(topics, "a", "/topic/location.v1");

        loader.load();

        await().until(() -> client.heard().contains("a location_updated v1@1"));
    }

    @Test
    void saysThatItHasReadAllOnlyWhenItHas() throws InterruptedException {
        store.setAway(true);
        loader.load();

        loader.awaitLoaded(Duration.ofMillis(50));
        assertThat(loader.isLoaded()).isFalse();

        store.setAway(false);
        loader.awaitLoaded(Duration.ofSeconds(10));
        assertThat(loader.isLoaded()).isTrue();
    }

    @Test
    void letsNobodyWaitForItOnceItIsStopped() {
        store.setAway(true);
        loader.load();

        loader.stop();

        assertThatCode(() -> loader.awaitLoaded(Duration.ofDays(1))).doesNotThrowAnyException();
        assertThat(loader.isLoaded()).isFalse();
    }

    @Test
    void removesWhatWasRemovedMeanwhile() throws InterruptedException {
        topics.accept(location, value("v1", 5));
        topics.accept(location, value("v2", 5));
        client.subscribe(topics, "a", "/topic/location.*");
        store.remove("location", "v1", Instant.ofEpochSecond(5));
        store.remove("location", "v2", Instant.ofEpochSecond(4));

        load();

        assertThat(client.heard()).endsWith("a vendor_removed {\"vendorId\":\"v1\"}").hasSize(4);
        assertThat(topics.retained(location)).extracting(RetainedValue::key).containsExactly("v2");
    }

    @Test
    void tellsOfAVendorThatHasComeBackWithoutRemovingItFirst() throws InterruptedException {
        topics.accept(location, value("v1", 5));
        client.subscribe(topics, "a", "/topic/location.v1");
        store.remove("location", "v1", Instant.ofEpochSecond(6));
        store.keep("location", List.of(value("v1", 7)));

        load();

        assertThat(client.heard()).endsWith("RECEIPT r-a", "a location_updated v1@7").hasSize(3);
    }

    @Test
    void forgetsFirstWhatWasHeardOfFirstWhateverTheOrderOfKeys() throws InterruptedException {
        var start = SettableClock.START;
        store.keep(
                "location",
                List.of(
                        value("a", 1, start.minusSeconds(7200)),
                        value("b", 1, start),
                        value("c", 1, start.minusSeconds(3600))));

        load();

        assertThat(topics.forgetUnheardSince(start, 1)).isEqualTo(1);
        assertThat(topics.retained(location))
                .extracting(RetainedValue::key)
                .containsExactlyInAnyOrder("b", "c");
        assertThat(topics.forgetUnheardSince(start, 10)).isEqualTo(1);
        assertThat(topics.retained(location)).extracting(RetainedValue::key).containsExactly("b");
    }

    private void load() throws InterruptedException {
        loader.load();
        loader.awaitLoaded(Duration.ofSeconds(10));
    }
}
