package io.venta.desktop.connection;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** The gateway's HTTP side in the name of the user who is signed in. Any thread may call. */
final class UserApi {

    private final GatewayApi api;
    private final TokenRenewal tokens;

    UserApi(GatewayApi api, TokenRenewal tokens) {
        this.api = api;
        this.tokens = tokens;
    }

    /** Asks beside the caller's thread. */
    <T> CompletableFuture<T> ask(String pathAndQuery, Class<T> type) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("gateway-ask")
                .start(
                        () -> {
                            try {
                                answer.complete(api.get(pathAndQuery, tokens.current(), type));
                            } catch (IOException | RefusedException e) {
                                answer.completeExceptionally(e);
                            }
                        });
        return answer;
    }

    /** Posts, and waits for the answer. */
    void post(OutboundRequest request) throws IOException, RefusedException {
        api.post(request, tokens.current());
    }
}
