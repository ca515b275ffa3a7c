package io.venta.testing;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps the frames and the end of a connection; heart-beats are left out. */
final class RecordingListener implements WebSocket.Listener {

    /** What {@link #closeCode()} tells when the connection broke without a close. */
    static final int BROKEN = 1006;

    private final List<StompFrame> frames = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private @Nullable Integer closeCode;
    private @Nullable WebSocket socket;
    private boolean paused;

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(1);
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onText(
            WebSocket from, CharSequence text, boolean last) {
        take(text);
        requestNext(from);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onBinary(
            WebSocket from, ByteBuffer bytes, boolean last) {
        take(StandardCharsets.UTF_8.decode(bytes));
        requestNext(from);
        return null;
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onClose(
            WebSocket from, int statusCode, String reason) {
        closeCode = statusCode;
        notifyAll();
        return null;
    }

    @Override
    public synchronized void onError(WebSocket from, Throwable error) {
        if (closeCode == null) {
            closeCode = BROKEN;
            notifyAll();
        }
    }

    synchronized List<StompFrame> frames() {
        return List.copyOf(frames);
    }

    synchronized int size() {
        return frames.size();
    }

    synchronized StompFrame get(int index) {
        return frames.get(index);
    }

    synchronized @Nullable Integer closeCode() {
        return closeCode;
    }

    synchronized StompFrame await(Predicate<StompFrame> wanted, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        for (int next = 0; ; next++) {
            while (next == frames.size()) {
                if (closeCode != null || !waitUntil(deadline)) {
                    throw new AssertionError(
                            "No such frame within %s; closed with %s; came: %s"
                                    .formatted(patience, closeCode, frames));
                }
            }
            if (wanted.test(frames.get(next))) {
                return frames.get(next);
            }
        }
    }

    synchronized int awaitClose(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (closeCode == null) {
            if (!waitUntil(deadline)) {
                throw new AssertionError("Not closed within " + patience + "; came: " + frames);
            }
        }
        return closeCode;
    }

    /** Waits for something new, which need not be what is waited for; false once it is too late. */
    @SuppressWarnings("WaitNotInLoop") // The callers loop.
    private synchronized boolean waitUntil(long deadline) {
        var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
            return false;
        }
        try {
            wait(left);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }

    synchronized void pause(boolean wanted) {
        paused = wanted;
        if (!wanted && socket != null) {
            socket.request(1);
            socket = null;
        }
    }

    private void requestNext(WebSocket from) {
        if (paused) {
            socket = from;
        } else {
            from.request(1);
        }
    }

    synchronized void take(CharSequence text) {
        pending.append(text);
        for (int end = pending.indexOf("\0"); end >= 0; end = pending.indexOf("\0")) {
            frames.add(StompFrame.decode(pending.substring(0, end).stripLeading()));
            pending.delete(0, end + 1);
        }
        if (pending.toString().isBlank()) {
            pending.setLength(0);
        }
        notifyAll();
    }
}
