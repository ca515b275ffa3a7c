package io.venta.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatestByKeyTests {

    private final Queue<Runnable> drains = new ArrayDeque<>();
    private final List<Collection<Integer>> received = new ArrayList<>();
    private final LatestByKey<String, Integer> latest =
            new LatestByKey<>(drains::add, values -> received.add(List.copyOf(values)));

    @Test
    void handsOverTheNewestOfEachKeyOnce() {
        latest.put("a", 1);
        latest.put("b", 2);
        latest.put("a", 3);
        assertThat(drains).hasSize(1);
        drains.remove().run();
        assertThat(received).hasSize(1);
        assertThat(received.getFirst()).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void asksAgainForWhatComesLater() {
        latest.put("a", 1);
        drains.remove().run();
        latest.put("a", 2);
        assertThat(drains).hasSize(1);
        drains.remove().run();
        assertThat(received).last().isEqualTo(List.of(2));
    }

    @Test
    void losesNoLastValueUnderManyWriters() throws InterruptedException {
        Map<Integer, Integer> seen = new HashMap<>();
        try (ExecutorService receiver = Executors.newSingleThreadExecutor();
                ExecutorService writers = Executors.newFixedThreadPool(4)) {
            LatestByKey<Integer, int[]> shared =
                    new LatestByKey<>(
                            receiver, pairs -> pairs.forEach(pair -> seen.put(pair[0], pair[1])));
            CountDownLatch written = new CountDownLatch(4);
            for (int writer = 0; writer < 4; writer++) {
                int own = writer;
                writers.execute(
                        () -> {
                            for (int value = 0; value <= 20_000; value++) {
                                int key = own * 100 + value % 100;
                                shared.put(key, new int[] {key, value});
                            }
                            written.countDown();
                        });
            }
            assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(seen).hasSize(400).containsEntry(0, 20_000).containsEntry(399, 19_999);
    }
}
