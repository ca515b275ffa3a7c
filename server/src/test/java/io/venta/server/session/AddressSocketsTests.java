package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AddressSocketsTests {

    private static final String ADDRESS = "192.0.2.1";

    private final SettableTime time = new SettableTime();
    private final StubSharedCounts shared = new StubSharedCounts();
    private final AddressSockets sockets = socketsOf(40);
    private final List<Integer> tooMany = new ArrayList<>();
    private int entered;

    @Test
    void asksNobodyFarFromTheLimit() {
        assertThat(enter(2)).isTrue();
        assertThat(shared.told()).isEmpty();

        assertThat(enter(1)).isTrue();
        assertThat(shared.told()).containsExactly("192.0.2.1 3");
    }

    @Test
    void refusesAtOnceWhatIsTooManyHere() {
        assertThat(enter(40)).isTrue();
        shared.told();

        assertThat(enter(1)).isFalse();
        assertThat(shared.told()).isEmpty();

        sockets.leave(ADDRESS);
        assertThat(enter(1)).isTrue();
        assertThat(tooMany).isEmpty();
    }

    @Test
    void refusesByWhatItHeardOfOthersUntilItHearsOtherwise() {
        shared.othersHave(36);
        assertThat(enter(4)).isTrue();
        assertThat(enter(1)).isFalse();

        shared.othersHave(0);
        shared.told();
        time.advance(Duration.ofSeconds(2));
        assertThat(enter(1)).isFalse();
        assertThat(shared.told()).containsExactly("192.0.2.1 4");
        assertThat(enter(1)).isTrue();
    }

    @Test
    void endsTheNewestWhereAllHaveTooMany() {
        var answer = new CompletableFuture<Integer>();
        shared.answer(answer);
        assertThat(enter(5)).isTrue();
        assertThat(shared.told()).as("one question at a time").containsExactly("192.0.2.1 3");

        shared.othersHave(37);
        answer.complete(40);

        assertThat(shared.told()).containsExactly("192.0.2.1 5");
        assertThat(tooMany).containsExactly(4, 5);
    }

    @Test
    void endsNoMoreThanCame() {
        shared.othersHave(100);

        assertThat(enter(3)).isTrue();

        assertThat(tooMany).containsExactly(3);
    }

    @Test
    void countsAloneWhereNodesCannotCountTogether() {
        shared.othersHave(36);
        assertThat(enter(4)).isTrue();
        shared.answer(CompletableFuture.failedStage(new IllegalStateException("away")));
        sockets.tellAgain();

        assertThat(enter(36)).isTrue();
        assertThat(enter(1)).isFalse();
        assertThat(tooMany).isEmpty();
    }

    @Test
    void forgetsWhatOthersHadAMinuteAgo() {
        shared.othersHave(37);
        assertThat(enter(3)).isTrue();
        shared.answer(new CompletableFuture<>());
        time.advance(Duration.ofSeconds(59));
        assertThat(enter(1)).isFalse();

        time.advance(Duration.ofSeconds(2));
        assertThat(enter(1)).isTrue();
    }

    @Test
    void tellsOnlyOfThoseWhoAreMany() {
        enter(3);
        sockets.enter("192.0.2.2", () -> {});
        shared.told();

        sockets.tellAgain();
        assertThat(shared.told()).containsExactly("192.0.2.1 3");

        for (int i = 0; i < 3; i++) {
            sockets.leave(ADDRESS);
        }
        assertThat(shared.told()).containsExactly("192.0.2.1 2", "192.0.2.1 1", "192.0.2.1 0");
        sockets.tellAgain();
        assertThat(shared.told()).isEmpty();
    }

    @Test
    void countsNothingWithoutALimit() {
        var unlimited = socketsOf(0);

        assertThat(unlimited.enter(ADDRESS, () -> {})).isTrue();
        unlimited.leave(ADDRESS);

        assertThat(shared.told()).isEmpty();
    }

    private AddressSockets socketsOf(int most) {
        var settings = new ConnectionSettings(Duration.ofSeconds(10), 0, 0, most, 0, 0);
        return new AddressSockets(settings, shared, time);
    }

    /** Has some more come, and answers whether there was room for each. */
    private boolean enter(int count) {
        var room = true;
        for (int i = 0; i < count; i++) {
            var number = ++entered;
            room &= sockets.enter(ADDRESS, () -> tooMany.add(number));
        }
        return room;
    }
}
