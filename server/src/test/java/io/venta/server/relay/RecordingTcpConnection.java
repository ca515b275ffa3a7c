package io.venta.server.relay;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.tcp.TcpConnection;

/** A connection to a broker that keeps what is sent, and fails when it is told to. */
final class RecordingTcpConnection implements TcpConnection<byte[]> {

    private final List<Message<byte[]>> sent = new CopyOnWriteArrayList<>();
    private @Nullable Runnable onReadInactivity;
    private @Nullable Runnable onWriteInactivity;
    private long readMillis;
    private long writeMillis;
    private boolean failing;
    private int closes;

    void fail() {
        failing = true;
    }

    List<Message<byte[]>> sent() {
        return sent;
    }

    List<StompHeaderAccessor> sent(StompCommand command) {
        return sent.stream()
                .map(StompHeaderAccessor::wrap)
                .filter(frame -> frame.getCommand() == command)
                .toList();
    }

    int closes() {
        return closes;
    }

    long readMillis() {
        return readMillis;
    }

    long writeMillis() {
        return writeMillis;
    }

    void beSilent() {
        if (onReadInactivity != null) {
            onReadInactivity.run();
        }
    }

    void beIdle() {
        if (onWriteInactivity != null) {
            onWriteInactivity.run();
        }
    }

    @Override
    public CompletableFuture<@Nullable Void> sendAsync(Message<byte[]> message) {
        if (failing) {
            return CompletableFuture.failedFuture(new IllegalStateException("broken pipe"));
        }
        sent.add(message);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onReadInactivity(Runnable runnable, long duration) {
        onReadInactivity = runnable;
        readMillis = duration;
    }

    @Override
    public void onWriteInactivity(Runnable runnable, long duration) {
        onWriteInactivity = runnable;
        writeMillis = duration;
    }

    @Override
    public void close() {
        closes++;
    }
}
