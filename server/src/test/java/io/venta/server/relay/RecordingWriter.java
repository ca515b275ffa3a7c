package io.venta.server.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.venta.server.session.ClientWriter;
import io.venta.server.session.TextFrames;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A socket without a network: takes writes apart as a WebSocket client does and keeps what was in
 * them. It takes all at once until it is told otherwise. Thread-safe; what it finds wrong it says
 * when it is asked what was written.
 */
final class RecordingWriter implements ClientWriter {

    private static final int FIN_AND_TEXT = 0x81;

    private final List<List<String>> writes = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private Executor taker = Runnable::run;
    private @Nullable Runnable pending;
    private boolean stalled;
    private boolean broken;

    @Override
    public void write(TextFrames frames, Done done) {
        if (!underWay.compareAndSet(false, true)) {
            fault("A second write while one is under way");
        }
        var taken = decode(frames);
        taker().execute(() -> finish(taken, done));
    }

    /**
     * From now on writes are taken, but not confirmed before {@link #takeOne} or {@link #resume}.
     */
    synchronized void stall() {
        stalled = true;
    }

    /** Confirms the write that is under way; the next one waits again. */
    void takeOne() {
        var next = takePending();
        if (next != null) {
            next.run();
        }
    }

    /** Confirms what is under way and all that comes. */
    void resume() {
        synchronized (this) {
            stalled = false;
        }
        takeOne();
    }

    /** From now on, writes are confirmed on another thread. */
    synchronized void takeOn(Executor executor) {
        taker = executor;
    }

    /** From now on, writes fail. */
    synchronized void breakDown() {
        broken = true;
    }

    boolean isUnderWay() {
        return underWay.get();
    }

    /** The payloads of each write that was confirmed, a heart-beat as a line feed. */
    synchronized List<List<String>> writes() {
        assertThat(faults).isEmpty();
        return List.copyOf(writes);
    }

    /** The payloads, however they were written. */
    List<String> payloads() {
        return writes().stream().flatMap(List::stream).toList();
    }

    private synchronized Executor taker() {
        return stalled ? this::hold : taker;
    }

    private synchronized void hold(Runnable finish) {
        pending = finish;
    }

    private synchronized @Nullable Runnable takePending() {
        var next = pending;
        pending = null;
        return next;
    }

    private void finish(List<String> taken, Done done) {
        boolean fails;
        synchronized (this) {
            fails = broken;
            if (!fails) {
                writes.add(taken);
            }
        }
        underWay.set(false);
        done.done(!fails);
    }

    private List<String> decode(TextFrames frames) {
        var payloads = new ArrayList<String>();
        var bytes = frames.bytes();
        payloads.add(payload(bytes, frames.firstLength()));
        while (bytes.hasRemaining()) {
            if ((bytes.get() & 0xff) != FIN_AND_TEXT) {
                fault("Not the header of a whole text frame");
                break;
            }
            payloads.add(payload(bytes, length(bytes)));
        }
        return List.copyOf(payloads);
    }

    private int length(ByteBuffer bytes) {
        var first = bytes.get() & 0xff;
        if (first < 126) {
            return first;
        }
        var length = first == 126 ? bytes.getShort() & 0xffff : bytes.getLong();
        if (first > 127 || length < (first == 126 ? 126 : 65_536)) {
            fault("Masked, or a length in too many bytes");
        }
        return Math.toIntExact(length);
    }

    private String payload(ByteBuffer bytes, int length) {
        var payload = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        try {
            var text = UTF_8.newDecoder().decode(payload).toString();
            if (!text.equals("\n") && text.indexOf('\0') != text.length() - 1) {
                fault("Not one STOMP frame: " + text);
            }
            return text;
        } catch (CharacterCodingException e) {
            fault("Not UTF-8: " + e);
            return "";
        }
    }

    private synchronized void fault(String what) {
        faults.add(what);
    }
}
