package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LastKnownLoaderTests {

    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final Topics topics = new Topics(List.of(location, new StubTopicPolicy("vendor")));
    private final StubLastKnownValues store = new StubLastKnownValues();
    private final LastKnownLoader loader = new LastKnownLoader(store, topics);
    private final RecordingClient client = new RecordingClient("s1");

    @AfterEach
    void stop() {
        store.setAway(false);
        store.release();
        loader.stop();
    }

    @Test
    void hasReadAllPagesOfAllFamiliesWhenItReturns() {
        store.keep(
                "location",
                LongStream.range(0, 2_500).mapToObj(i -> value("v" + (10_000 + i), i)).toList());
        store.keep("vendor", List.of(value("v1", 1)));

        loader.loadFirst();

        client.subscribe(topics, "l", "/topic/location.*");
        client.subscribe(topics, "v", "/topic/vendor.*");
        assertThat(client.heard()).hasSize(2_500 + 1 + 1 + 1);
    }

    @Test
    void tellsSubscribersOfWhatIsNewerAndOfNothingElse() {
        topics.accept(location, value("v1", 5));
        topics.accept(location, value("v2", 5));
        client.subscribe(topics, "a", "/topic/location.*");
        var before = client.heard().size();
        store.keep("location", List.of(value("v1", 4), value("v2", 6), value("v3", 1)));

        loader.loadFirst();

        var heard = client.heard();
        assertThat(heard.subList(before, heard.size()))
                .containsExactlyInAnyOrder("a location_updated v2@6", "a location_updated v3@1");
    }

    @Test
    void triesAgainUntilTheStoreIsBack() {
        store.keep("location", List.of(value("v1", 1)));
        store.setAway(true);
        client.subscribe(topics, "a", "/topic/location.v1");

        loader.loadFirst();
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
        await().during(java.time.Duration.ofMillis(200)).until(() -> store.calls().size() == 4);
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
}
