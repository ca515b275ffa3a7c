package io.venta.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowRequestsTests {

    private final SettableTime time = new SettableTime();
    private final SlowRequests slow = new SlowRequests(TestLimits.NO_CONNECTIONS, time);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Connection connection = stub(Connection.class);
    private long begun;
    private long ended;
    private long sent;

    @BeforeEach
    void open() {
        slow.watch(connection);
    }

    @Test
    void closesWhoDoesNotSayWhatItWantsWithinTenSeconds() {
        watchAfter(Duration.ofMillis(9_999));
        assertThat(closed).isFalse();

        watchAfter(Duration.ofMillis(1));
        assertThat(closed).isTrue();
    }

    @Test
    void closesWhoseBodyTakesForEver() {
        begun = 1;
        watchAfter(Duration.ofSeconds(1));
        watchAfter(SlowRequests.BETWEEN.minusMillis(1));
        assertThat(closed).isFalse();

        watchAfter(Duration.ofMillis(1));
        assertThat(closed).isTrue();
    }

    @Test
    void letsWhoAsksOrReadsBe() {
        for (int i = 0; i < 20; i++) {
            begun++;
            watchAfter(Duration.ofSeconds(9));
            ended++;
            watchAfter(Duration.ofSeconds(9));
            sent += 100;
            watchAfter(Duration.ofSeconds(9));
        }
        assertThat(closed).isFalse();
    }

    @Test
    void forgetsWhatClosedOrBecameAWebSocket() {
        slow.onClosed(connection);

        watchAfter(Duration.ofHours(1));

        assertThat(closed).isFalse();
    }

    private void watchAfter(Duration pause) {
        time.advance(pause);
        slow.closeTheSlow();
    }

    private <T> T stub(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getMessagesIn" -> begun;
                                    case "getMessagesOut" -> ended;
                                    case "getBytesOut" -> sent;
                                    case "getEndPoint" -> stub(EndPoint.class);
                                    case "close" -> {
                                        closed.set(true);
                                        yield null;
                                    }
                                    case "hashCode" -> System.identityHashCode(proxy);
                                    case "equals" -> proxy == arguments[0];
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                }));
    }
}
