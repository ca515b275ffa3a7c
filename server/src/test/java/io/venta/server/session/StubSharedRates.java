package io.venta.server.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Other nodes, that answer when and what a test says. */
final class StubSharedRates implements SharedRates {

    private final List<String> asked = new ArrayList<>();
    private CompletableFuture<Duration> answer = CompletableFuture.completedFuture(Duration.ZERO);

    List<String> asked() {
        return asked;
    }

    void answer(CompletableFuture<Duration> next) {
        answer = next;
    }

    @Override
    public CompletionStage<Duration> take(String key, int perMinute) {
        asked.add(key + '/' + perMinute);
        return answer;
    }
}
