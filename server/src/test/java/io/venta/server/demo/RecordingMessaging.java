package io.venta.server.demo;

import io.venta.model.location.VendorRemoved;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.core.MessagePostProcessor;
import org.springframework.messaging.simp.SimpMessagingTemplate;

/** Takes what is sent and knows which vendors it left on the map. Thread-safe. */
final class RecordingMessaging extends SimpMessagingTemplate {

    private final Set<String> present = new ConcurrentSkipListSet<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean failing;

    RecordingMessaging() {
        super((message, timeout) -> true);
    }

    @Override
    public void convertAndSend(
            String destination,
            Object payload,
            @Nullable Map<String, Object> headers,
            @Nullable MessagePostProcessor postProcessor) {
        attempts.incrementAndGet();
        if (failing) {
            throw new MessagingException("The broker is gone");
        }
        if (payload instanceof VendorRemoved) {
            present.remove(destination);
        } else {
            present.add(destination);
        }
        sent.incrementAndGet();
    }

    void fail() {
        failing = true;
    }

    int attempts() {
        return attempts.get();
    }

    int sent() {
        return sent.get();
    }

    Set<String> present() {
        return present;
    }
}
