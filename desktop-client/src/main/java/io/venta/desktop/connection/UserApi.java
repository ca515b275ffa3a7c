package io.venta.desktop.connection;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gateway's HTTP side in the name of the user who is signed in. Any thread may call. */
final class UserApi {

    private final GatewayApi api;
    private final TokenSource tokens;
    private final Supplier<@Nullable String> lastToken;

    /**
     * @param lastToken what the connection signed in with; null before it did
     */
    UserApi(GatewayApi api, TokenSource tokens, Supplier<@Nullable String> lastToken) {
        this.api = api;
        this.tokens = tokens;
        this.lastToken = lastToken;
    }

    /** Asks beside the caller's thread. */
    <T> CompletableFuture<T> ask(String pathAndQuery, Class<T> type) {
        return beside("gateway-ask", () -> api.get(pathAndQuery, token(), type));
    }

    /** Posts beside the caller's thread. */
    CompletableFuture<Void> post(OutboundRequest request) {
        return beside(
                        "gateway-post",
                        () -> {
                            api.post(request, token());
                            return request.id();
                        })
                .thenAccept(taken -> {});
    }

    private String token() throws IOException, RefusedException {
        String token = lastToken.get();
        return token == null ? tokens.token() : token;
    }

    private static <T> CompletableFuture<T> beside(String name, Call<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread.ofVirtual()
                .name(name)
                .start(
                        () -> {
                            try {
                                answer.complete(call.answer());
                            } catch (IOException | RefusedException e) {
                                answer.completeExceptionally(e);
                            }
                        });
        return answer;
    }

    private interface Call<T> {
        T answer() throws IOException, RefusedException;
    }
}
