package io.venta.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/**
 * Thousands of clients on one thread of their own. They join some at a time, subscribe, and then do
 * as is their {@link Habit}.
 */
public final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_A_TIME = 32;

    private final Ear ear;
    private final boolean compresses;
    private final Selector selector;
    private final List<CrowdMember> members = new CopyOnWriteArrayList<>();
    private final Queue<CrowdMember> joining = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private volatile boolean over;
    private long nextSecond = System.nanoTime();

    private Crowd(Ear ear, boolean compresses) throws IOException {
        this.ear = ear;
        this.compresses = compresses;
        this.selector = Selector.open();
        Thread.ofPlatform().daemon().name("crowd").start(this::run);
    }

    /** A crowd that nobody has joined yet; what those who read hear goes to {@code ear}. */
    public static Crowd hearing(Ear ear) {
        return open(ear, false);
    }

    /** As {@link #hearing}, and each offers permessage-deflate. */
    public static Crowd compressing(Ear ear) {
        return open(ear, true);
    }

    private static Crowd open(Ear ear, boolean compresses) {
        try {
            return new Crowd(ear, compresses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has clients join, and waits until all have subscribed.
     *
     * @return those that came
     */
    public List<CrowdMember> join(
            int count, URI url, String token, Habit habit, String... destinations) {
        var coming = new ArrayList<CrowdMember>();
        for (int i = 0; i < count; i++) {
            var number = members.size() + i;
            var wishes = new CrowdMember.Wishes(habit, List.of(destinations), compresses);
            coming.add(new CrowdMember(number, url, token, wishes, ear));
        }
        members.addAll(coming);
        joining.addAll(coming);
        selector.wakeup();
        await(() -> coming.stream().allMatch(one -> one.isLive() || one.isGone()));
        return coming;
    }

    @Override
    public void close() {
        over = true;
        selector.wakeup();
        await(() -> !selector.isOpen());
    }

    private static void await(BooleanSupplier done) {
        Awaitility.await("the crowd").atMost(PATIENCE).until(done::getAsBoolean);
    }

    private void run() {
        try (selector) {
            while (!over) {
                selector.select(this::serve, 20);
                if (System.nanoTime() >= nextSecond) {
                    nextSecond += Duration.ofSeconds(1).toNanos();
                    members.forEach(member -> member.everySecond(buffer));
                }
                letIn();
            }
            members.forEach(CrowdMember::leave);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) {
        ((CrowdMember) key.attachment()).serve(key, buffer);
    }

    private void letIn() {
        var coming = members.stream().filter(CrowdMember::isComing).count();
        for (; coming < AT_A_TIME && !joining.isEmpty(); coming++) {
            joining.remove().come(selector);
        }
    }

    /** What a client does once it has subscribed. */
    public enum Habit {
        /** Reads all at once, and answers pings. */
        READS,
        /** Reads nothing and says nothing: to the server, as one that is gone without a word. */
        STOPS,
        /** Reads 1 KB a second. */
        DRIPS,
        /** Sends a heart-beat each second, and reads nothing. */
        BEATS
    }

    /** Hears what the clients read, on the crowd's thread. */
    public interface Ear {

        /** A STOMP frame, its NUL included. */
        void heard(int member, byte[] frame);
    }
}
