package io.venta.desktop.connection;

import io.venta.model.ErrorReply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The STOMP session that is open at the moment, if one is. What cannot be written any more is lost
 * with its socket, whose end is heard separately. Written and used on the connection's loop; any
 * thread may ask whether there is one.
 */
final class OpenSession {

    private static final System.Logger LOG = System.getLogger(OpenSession.class.getName());

    private final JsonMapper json;
    private final Map<String, CompletableFuture<Void>> asked = new ConcurrentHashMap<>();
    private final AtomicLong receipts = new AtomicLong();
    private volatile @Nullable StompSession session;

    /** Writes payloads with {@code json}. */
    OpenSession(JsonMapper json) {
        this.json = json;
    }

    boolean isThere() {
        return session != null;
    }

    /** Another one, or none; what the one before was asked fails. */
    void set(@Nullable StompSession opened) {
        session = opened;
        List.copyOf(asked.keySet()).forEach(receipt -> fail(receipt, new IOException("Lost")));
    }

    void use(Consumer<StompSession> action) {
        StompSession open = session;
        if (open == null) {
            return;
        }
        try {
            action.accept(open);
        } catch (MessagingException | IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not sent: the socket is gone", e);
        }
    }

    void send(String destination, Object payload) {
        StompHeaders headers = headers(destination);
        byte[] body = json.writeValueAsBytes(payload);
        use(open -> open.send(headers, body));
    }

    /**
     * Sends and waits for the RECEIPT. Fails by {@link RefusedException} where the server refuses,
     * by IOException where it does not answer or no session is open.
     */
    CompletableFuture<Void> request(String destination, Object payload) {
        if (!isThere()) {
            return CompletableFuture.failedFuture(new IOException("Not connected"));
        }
        String receipt = "asked-" + receipts.incrementAndGet();
        StompHeaders headers = headers(destination);
        headers.setReceipt(receipt);
        byte[] body = json.writeValueAsBytes(payload);
        CompletableFuture<Void> answer = new CompletableFuture<>();
        asked.put(receipt, answer);
        use(
                open -> {
                    StompSession.Receiptable sent = open.send(headers, body);
                    sent.addReceiptTask(() -> settle(receipt));
                    sent.addReceiptLostTask(() -> fail(receipt, new IOException("No answer")));
                });
        return answer;
    }

    /** The server refused something, a request perhaps. */
    void refused(ErrorReply refusal) {
        String receipt = refusal.receipt();
        if (receipt != null) {
            fail(receipt, new RefusedException(refusal.code(), refusal.message()));
        }
    }

    private void settle(String receipt) {
        CompletableFuture<Void> answer = asked.remove(receipt);
        if (answer != null) {
            answer.complete(null);
        }
    }

    private void fail(String receipt, Exception why) {
        CompletableFuture<Void> answer = asked.remove(receipt);
        if (answer != null) {
            answer.completeExceptionally(why);
        }
    }

    private static StompHeaders headers(String destination) {
        StompHeaders headers = new StompHeaders();
        headers.setDestination(destination);
        headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
        return headers;
    }
}
