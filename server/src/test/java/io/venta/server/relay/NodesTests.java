package io.venta.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NodesTests {

    private static final List<String> KEYS =
            IntStream.range(0, 3000).mapToObj(i -> "vendor-" + i).toList();

    private final SettableClock clock = new SettableClock();
    private final Nodes nodes = new Nodes("own", clock);
    private final AtomicInteger changes = new AtomicInteger();

    @Test
    void drawsAnIdThatFitsIntoARoutingKey() {
        assertThat(new Nodes(clock).own()).matches(Nodes.ID_PATTERN);
        assertThat(new Nodes(clock).own()).isNotEqualTo(new Nodes(clock).own());
    }

    @Test
    void ownsEverythingAlone() {
        assertThat(nodes.live()).containsExactly("own");
        assertThat(KEYS).allMatch(nodes::isMine);
    }

    @Test
    void knowsWhoWasHeardInTheLastFiveSeconds() {
        nodes.onChange(changes::incrementAndGet);
        nodes.heard("zoe");
        nodes.heard("ann");
        nodes.heard("own");
        nodes.heard("zoe");
        assertThat(nodes.live()).containsExactly("ann", "own", "zoe");
        assertThat(changes).hasValue(2);

        clock.advance(Duration.ofSeconds(5));
        nodes.heard("ann");
        nodes.forgetSilent();
        assertThat(nodes.live()).containsExactly("ann", "own", "zoe");

        clock.advance(Duration.ofMillis(1));
        nodes.forgetSilent();
        nodes.forgetSilent();
        assertThat(nodes.live()).containsExactly("ann", "own");
        assertThat(changes).hasValue(3);
    }

    @Test
    void isAloneOnceUpstreamIsLost() {
        nodes.heard("ann");
        nodes.onChange(changes::incrementAndGet);

        nodes.alone();
        nodes.alone();

        assertThat(nodes.live()).containsExactly("own");
        assertThat(changes).hasValue(1);
    }

    @Test
    void settlesForAWhileOnceItHearsOthersAgain() {
        assertThat(nodes.isSettling()).isFalse();
        nodes.heard("ann");
        assertThat(nodes.isSettling()).isTrue();
        clock.advance(Duration.ofSeconds(10));
        nodes.heard("bob");
        assertThat(nodes.isSettling()).isFalse();

        nodes.alone();
        nodes.heard("ann");

        assertThat(nodes.isSettling()).isTrue();
    }

    @Test
    void givesEachKeyToOneNodeAndEachNodeItsShare() {
        var all = cluster("ann", "bob", "eve");

        assertThat(KEYS).allMatch(key -> owners(all, key) == 1);
        assertThat(all)
                .allSatisfy(
                        each ->
                                assertThat(KEYS.stream().filter(each::isMine).count())
                                        .isBetween(850L, 1150L));
    }

    @Test
    void movesOnlyTheKeysOfANodeThatWent() {
        var three = cluster("ann", "bob", "eve");
        var two = cluster("ann", "bob");

        for (int i = 0; i < 2; i++) {
            var before = three.get(i);
            var after = two.get(i);
            assertThat(KEYS.stream().filter(before::isMine)).allMatch(after::isMine);
        }
        assertThat(KEYS).allMatch(key -> owners(two, key) == 1);
    }

    private List<Nodes> cluster(String... ids) {
        return Stream.of(ids)
                .map(
                        id -> {
                            var node = new Nodes(id, clock);
                            Stream.of(ids).forEach(node::heard);
                            return node;
                        })
                .toList();
    }

    private static long owners(List<Nodes> all, String key) {
        return all.stream().filter(node -> node.isMine(key)).count();
    }
}
