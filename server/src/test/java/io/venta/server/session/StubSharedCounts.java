package io.venta.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;

/** Other nodes, that have as many as a test says; none at first. */
final class StubSharedCounts implements SharedCounts {

    private final List<String> told = new ArrayList<>();
    private IntFunction<CompletionStage<Integer>> answer = CompletableFuture::completedStage;

    /** What was told since the last time: {@code <key> <count>}. */
    List<String> told() {
        var since = List.copyOf(told);
        told.clear();
        return since;
    }

    void othersHave(int others) {
        answer = own -> CompletableFuture.completedStage(own + others);
    }

    void answer(CompletionStage<Integer> next) {
        answer = _ -> next;
    }

    @Override
    public CompletionStage<Integer> tell(String key, int own) {
        told.add(key + ' ' + own);
        return answer.apply(own);
    }
}
