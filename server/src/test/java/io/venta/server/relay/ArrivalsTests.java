package io.venta.server.relay;

import static io.venta.server.relay.StubTopicPolicy.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.venta.model.Destinations;
import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.StubClientSockets;
import io.venta.server.topic.NodeListener;
import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrivalsTests {

    private final SettableClock clock = new SettableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RecordingUpstream upstream = new RecordingUpstream();
    private final StubTopicPolicy location = new StubTopicPolicy("location");
    private final Lanes lanes = new Lanes(0);
    private final Topics topics = new Topics(List.of(location), lanes);
    private final StubLastKnownValues store = new StubLastKnownValues();
    private final StubRetention retention = new StubRetention(store, topics, clock);
    private final LastKnownWriter writer = retention.writer();
    private final StubListener listener = this::listen;
    private final List<String> listened = new ArrayList<>();
    private final RecordingNeighbour neighbour = new RecordingNeighbour();
    private final RecordingClient client = new RecordingClient("s1");
    private final Feeds feeds =
            new Feeds(
                    new StubUserFeed(),
                    topics,
                    new ClientSessions(topics, new StubClientSockets(), clock, _ -> {}),
                    upstream,
                    lanes);
    private final Arrivals arrivals =
            new Arrivals(
                    topics,
                    feeds,
                    writer,
                    List.of(listener),
                    List.of(neighbour),
                    new DeadLetters(upstream, clock),
                    lanes,
                    meters,
                    clock);

    @AfterEach
    void stop() {
        writer.stop();
    }

    @Test
    void hearsAValueAndHasItKept() {
        client.subscribe(topics, "a", "/topic/location.v1");

        hear("/topic/location.v1", "v1@1");
        writer.start();

        assertThat(client.heard()).containsExactly("RECEIPT r-a", "a location_updated v1@1");
        await().untilAsserted(() -> assertThat(store.kept("location")).containsExactly("v1@1"));
        assertThat(count("accepted")).isEqualTo(1);
    }

    @Test
    void countsDuplicatesAndKeepsThemFromEverybody() {
        client.subscribe(topics, "a", "/topic/location.v1");
        hear("/topic/location.v1", "v1@5");

        hear("/topic/location.v1", "v1@5");
        hear("/topic/location.v1", "v1@4");

        assertThat(client.heard()).hasSize(2);
        assertThat(count("duplicate")).isEqualTo(2);
        assertThat(upstream.published()).isEmpty();
    }

    @Test
    void deadLettersWhatCannotBeUsed() {
        client.subscribe(topics, "a", "/topic/location.*");

        hear("/topic/location.v1", "v2@1");

        assertThat(client.heard()).containsExactly("RECEIPT r-a");
        assertThat(count("invalid")).isEqualTo(1);
        var letter = upstream.published().getFirst();
        assertThat(letter.destination()).isEqualTo("/exchange/dead-letter/location.v1");
        assertThat(letter.body()).isEqualTo("v2@1");
        assertThat(letter.headers())
                .containsEntry("original-key", "location.v1")
                .containsEntry("reason", "not v1@…");
    }

    @Test
    void deadLettersFamiliesThatNobodyKnows() {
        hear("/topic/weather.warsaw", "rain");

        assertThat(upstream.destinations()).containsExactly("/exchange/dead-letter/weather.warsaw");
        assertThat(count("invalid")).isEqualTo(1);
    }

    @Test
    void namesTheWholeKeyInADestinationThatTheBrokerUnderstands() {
        hear("/topic/location.a/b c%", "x");

        var letter = upstream.published().getFirst();
        assertThat(letter.headers()).containsEntry("original-key", "location.a/b c%");
        assertThat(letter.destination()).isEqualTo("/exchange/dead-letter/location.a%2Fb%20c%25");
    }

    @Test
    void deadLettersTenASecondAtMostAndCountsAll() {
        for (int i = 0; i < 25; i++) {
            hear("/topic/location.v1", "wrong");
        }
        assertThat(upstream.published()).hasSize(10);

        clock.advance(Duration.ofSeconds(1));
        hear("/topic/location.v1", "wrong");

        assertThat(upstream.published()).hasSize(11);
        assertThat(count("invalid")).isEqualTo(26);
    }

    @Test
    void dropsDeadLettersWhileTheBrokerIsAway() {
        upstream.stop();

        hear("/topic/location.v1", "wrong");

        assertThat(upstream.published()).isEmpty();
        assertThat(count("invalid")).isEqualTo(1);
    }

    @Test
    void survivesAnUnforeseenFailure() {
        hear("/topic/location.v1", "v1@not-a-number");
        hear("/topic/location.v1", "v1@1");

        assertThat(count("failed")).isEqualTo(1);
        assertThat(count("accepted")).isEqualTo(1);
    }

    @Test
    void handsListenersWhatTheirExchangeSays() {
        hear("/exchange/notifications/user.alice", Map.of("h", "1"), "x");
        hear("/exchange/others/user.alice", "y");

        assertThat(listened).containsExactly("user.alice {h=1} x");
    }

    @Test
    void deadLettersWhatAListenerRefuses() {
        hear("/exchange/notifications/user.alice", "refuse");

        assertThat(upstream.destinations()).containsExactly("/exchange/dead-letter/user.alice");
        assertThat(count("invalid")).isEqualTo(1);
    }

    @Test
    void removesWhatAnyNodeRemoved() {
        topics.accept(location, value("v1", 1));
        store.keep("location", List.of(value("v1", 1)));
        client.subscribe(topics, "a", "/topic/location.v1");

        hear(Arrivals.REMOVED + "location.v1", "{}");
        writer.start();

        assertThat(client.heard()).endsWith("a vendor_removed {}");
        await().untilAsserted(() -> assertThat(store.kept("location")).isEmpty());
        assertThat(store.removals("location")).containsEntry("v1", clock.instant());
    }

    @Test
    void tellsThePolicyWhatBecameOfTheKeysOfThisNode() {
        retention.ownership().change("v1"::equals);

        hear("/topic/location.v1", "v1@2");
        hear("/topic/location.v1", "v1@1");
        hear("/topic/location.v2", "v2@1");
        hear(Arrivals.REMOVED + "location.v2", "{}");

        assertThat(location.told()).containsExactly("v1@2", "v2 gone up to " + clock.instant());
    }

    @Test
    void bringsWhatIsForAUserToTheDevicesHere() {
        feeds.subscribe(
                client.subscription("n", Destinations.NOTIFICATIONS, null), Frames.receipt("r-n"));

        hear(Address.USERS + "user-s1", Map.of("type", "notification"), "hi");
        hear(Address.USERS + "user-s2", Map.of("type", "notification"), "not for you");

        assertThat(client.heard()).containsExactly("RECEIPT r-n", "n notification hi");
        assertThat(listened).isEmpty();
    }

    @Test
    void handsOnWhatNodesTellEachOther() {
        hear("/exchange/gateway/session.revoked", "alice");
        hear("/exchange/gateway/session.of-a-later-version", "bob");

        assertThat(neighbour.heard).containsExactly("alice");
        assertThat(listened).isEmpty();
        assertThat(upstream.published()).isEmpty();
    }

    private void hear(String destination, String body) {
        hear(destination, Map.of(), body);
    }

    private void hear(String destination, Map<String, String> headers, String body) {
        arrivals.heard(UpstreamMessage.of(destination, headers, body.getBytes(UTF_8)));
    }

    private double count(String outcome) {
        return meters.counter("venta.relay.heard", "outcome", outcome).count();
    }

    private void listen(String routingKey, Map<String, String> headers, byte[] body) {
        var text = new String(body, UTF_8);
        if (text.equals("refuse")) {
            throw new RejectedMessageException(ErrorCode.INVALID_MESSAGE, "refused");
        }
        listened.add(routingKey + ' ' + headers + ' ' + text);
    }

    private static final class RecordingNeighbour implements NodeListener {

        private final List<String> heard = new ArrayList<>();

        @Override
        public String destination() {
            return PREFIX + "session.revoked";
        }

        @Override
        public void heard(byte[] body) {
            heard.add(new String(body, UTF_8));
        }
    }
}
