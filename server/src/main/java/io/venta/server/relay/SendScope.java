package io.venta.server.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The handling of one SEND, on the thread that handles it: what it published, and whether it was
 * refused. The client's RECEIPT waits for all of it.
 */
final class SendScope {

    private static final ThreadLocal<@Nullable SendScope> CURRENT = new ThreadLocal<>();

    private final List<CompletableFuture<Void>> confirmations = new ArrayList<>();
    private boolean refused;

    private SendScope() {}

    static void open() {
        CURRENT.set(new SendScope());
    }

    static @Nullable SendScope current() {
        return CURRENT.get();
    }

    static void close() {
        CURRENT.remove();
    }

    /** Has the RECEIPT wait for a publish, where one is being waited for. */
    static void await(CompletableFuture<Void> confirmation) {
        var scope = CURRENT.get();
        if (scope != null) {
            scope.confirmations.add(confirmation);
        }
    }

    /** Says that the SEND was refused: there will be no RECEIPT. */
    static void refuse() {
        var scope = CURRENT.get();
        if (scope != null) {
            scope.refused = true;
        }
    }

    /** Does something beside the SEND: what is refused there is not the SEND. */
    static void beside(Runnable action) {
        var scope = CURRENT.get();
        close();
        try {
            action.run();
        } finally {
            CURRENT.set(scope);
        }
    }

    boolean isRefused() {
        return refused;
    }

    CompletableFuture<Void> confirmation() {
        return CompletableFuture.allOf(confirmations.toArray(CompletableFuture[]::new));
    }
}
