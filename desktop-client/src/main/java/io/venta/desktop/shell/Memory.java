package io.venta.desktop.shell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.beans.property.Property;

/**
 * What outlives the program: a property given to it starts as it was last left, and is written down
 * soon after each change, beside the caller's thread. What cannot be read is as if it had never
 * been written. One thread hands in properties and changes them, JavaFX's.
 */
final class Memory implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Memory.class.getName());
    private static final long DELAY_MILLIS = 500;
    private static final long PATIENCE_MILLIS = 2_000;

    private final Settings settings;
    private final Map<String, String> unwritten = new LinkedHashMap<>();
    private final ScheduledThreadPoolExecutor writer;

    Memory(Settings settings) {
        this.settings = settings;
        writer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("settings").daemon().factory());
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Remembers words. */
    void text(String key, Property<String> property) {
        keep(key, property, Optional::of, value -> value);
    }

    /** Remembers whether. */
    void flag(String key, Property<Boolean> property) {
        keep(
                key,
                property,
                text ->
                        Optional.of(text)
                                .filter(word -> word.matches("true|false"))
                                .map(Boolean::valueOf),
                Object::toString);
    }

    /**
     * Remembers a number, which is forgotten where it is not from {@code least} to {@code most}.
     */
    void number(String key, Property<Number> property, double least, double most) {
        keep(key, property, text -> number(text, least, most), Object::toString);
    }

    /** Remembers one of a few. */
    <E extends Enum<E>> void choice(String key, Class<E> type, Property<E> property) {
        keep(
                key,
                property,
                text ->
                        Arrays.stream(type.getEnumConstants())
                                .filter(choice -> choice.name().equals(text))
                                .findFirst(),
                Enum::name);
    }

    /** What was last written under a key, or is about to be. */
    Optional<String> get(String key) {
        synchronized (unwritten) {
            String fresh = unwritten.get(key);
            if (fresh != null) {
                return Optional.of(fresh);
            }
        }
        return settings.get(key);
    }

    /** Writes a value down, soon. */
    void put(String key, String value) {
        synchronized (unwritten) {
            if (unwritten.isEmpty()) {
                writeSoon();
            }
            unwritten.put(key, value);
        }
    }

    /** Says that a server is used now: what is kept of those used long ago goes. */
    void use(String server) {
        if (!writer.isShutdown()) {
            writer.execute(() -> settings.use(server));
        }
    }

    /** Writes what is left, and waits for that, though not for long. */
    @Override
    public void close() {
        if (writer.isShutdown()) {
            return;
        }
        writer.execute(this::write);
        writer.shutdown();
        try {
            if (!writer.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "The latest settings may not be kept");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> void keep(
            String key,
            Property<T> property,
            Function<String, Optional<T>> read,
            Function<T, String> write) {
        get(key).flatMap(read).ifPresent(property::setValue);
        property.addListener(
                (changed, before, now) -> put(key, now == null ? "" : write.apply(now)));
    }

    private void writeSoon() {
        if (!writer.isShutdown()) {
            var unused = writer.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Only what changed is written, so that several windows share a file. */
    private void write() {
        Map<String, String> changes;
        synchronized (unwritten) {
            changes = Map.copyOf(unwritten);
        }
        if (!changes.isEmpty()) {
            settings.putAll(changes);
        }
        synchronized (unwritten) {
            unwritten.entrySet().removeAll(changes.entrySet());
            if (!unwritten.isEmpty()) {
                writeSoon();
            }
        }
    }

    private static Optional<Number> number(String text, double least, double most) {
        try {
            double value = Double.parseDouble(text);
            return value >= least && value <= most ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not a number in the settings", e);
            return Optional.empty();
        }
    }
}
