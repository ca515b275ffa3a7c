package io.venta.desktop.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How alerts are told, each once: what begins within some seconds together, and with one sound in a
 * while however many there are. What is over before its turn is not told.
 */
final class Telling {

    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_SOUNDS = Duration.ofSeconds(15);

    private final List<Alert> waiting = new ArrayList<>();
    private Consumer<Announcement> words = announcement -> {};
    private Runnable sound = () -> {};
    private @Nullable Instant last;
    private @Nullable Instant lastSound;

    /** Who says it. */
    void onWords(Consumer<Announcement> say) {
        words = say;
    }

    /** What sounds with it. */
    void onSound(Runnable play) {
        sound = play;
    }

    /** A second has passed, in which these began. */
    void tick(List<Alert> begun, Instant now) {
        waiting.addAll(begun);
        waiting.removeIf(alert -> !alert.holds() || alert.isAcknowledged());
        if (waiting.isEmpty() || isWithin(last, now, BETWEEN)) {
            return;
        }
        last = now;
        words.accept(Announcement.of(List.copyOf(waiting)));
        waiting.clear();
        if (!isWithin(lastSound, now, BETWEEN_SOUNDS)) {
            lastSound = now;
            sound.run();
        }
    }

    private static boolean isWithin(@Nullable Instant before, Instant now, Duration time) {
        return before != null && !now.isBefore(before) && now.isBefore(before.plus(time));
    }
}
