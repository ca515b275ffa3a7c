package io.venta.server.session;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.websocket.api.ExtensionConfig;
import org.eclipse.jetty.websocket.api.UpgradeResponse;
import org.jspecify.annotations.Nullable;

/** What was agreed when a socket opened; its headers are not kept. */
record AgreedUpgrade(
        int getStatusCode,
        @Nullable String getAcceptedSubProtocol,
        List<ExtensionConfig> getExtensions)
        implements UpgradeResponse {

    static AgreedUpgrade of(UpgradeResponse response) {
        return new AgreedUpgrade(
                response.getStatusCode(),
                response.getAcceptedSubProtocol(),
                List.copyOf(response.getExtensions()));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return null;
    }

    @Override
    public Set<String> getHeaderNames() {
        return Set.of();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return Map.of();
    }

    @Override
    public List<String> getHeaders(String name) {
        return List.of();
    }
}
