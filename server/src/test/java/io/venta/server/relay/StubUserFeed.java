package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.venta.server.topic.FeedMessage;
import io.venta.server.topic.FeedPage;
import io.venta.server.topic.UserFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One user's feed, two messages a page; reads wait until a test answers them, if it wants so. */
final class StubUserFeed implements UserFeed {

    private static final int PAGE = 2;

    private final List<FeedMessage> kept = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean isPaused;
    private boolean isAway;
    private int reads;

    /** Keeps a message and answers it, as it would be published. */
    FeedMessage keep(String body) {
        var message = new FeedMessage(kept.size() + 1, "notification", body.getBytes(UTF_8));
        kept.add(message);
        return message;
    }

    void pause() {
        isPaused = true;
    }

    /** Answers one read. */
    void answer() {
        waiting.removeFirst().run();
    }

    void away(boolean away) {
        isAway = away;
    }

    int reads() {
        return reads;
    }

    @Override
    public CompletableFuture<FeedPage> read(String userKey, long after) {
        reads++;
        var answer = new CompletableFuture<FeedPage>();
        var page = page(after);
        Runnable answering =
                () -> {
                    if (isAway) {
                        answer.completeExceptionally(new IllegalStateException("away"));
                    } else {
                        answer.complete(page);
                    }
                };
        if (isPaused) {
            waiting.add(answering);
        } else {
            answering.run();
        }
        return answer;
    }

    private FeedPage page(long after) {
        var rest = kept.stream().filter(message -> message.position() > after).toList();
        var page = rest.subList(0, Math.min(PAGE, rest.size()));
        var isFull = page.size() == PAGE;
        var upTo = isFull ? page.getLast().position() : kept.size();
        return new FeedPage(List.copyOf(page), upTo, isFull);
    }
}
