package io.venta.server.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The identity provider's public keys, read from its key set, which is found through the issuer
 * where it is not named.
 *
 * <p>They are kept for five minutes, and read anew when a token names one that is not among them:
 * keys rotate without a restart. A read takes at most a few seconds, whatever the provider does,
 * who waits for another's read waits one second, and there are at most two reads in ten seconds:
 * neither made-up keys nor a provider that hangs take the threads that serve open sessions. A
 * provider that is out of reach at the start is asked again with the next token.
 */
final class ProviderKeys implements JWKSetSource<SecurityContext> {

    private static final Logger log = LoggerFactory.getLogger(ProviderKeys.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration BETWEEN_READS = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT =
            new ParameterizedTypeReference<>() {};

    private final RestClient http;
    private final String keySet;
    private final String issuer;
    private volatile @Nullable URI found;

    private ProviderKeys(RestClient http, TokenSettings settings) {
        this.http = http;
        this.keySet = settings.jwkSetUri();
        this.issuer = settings.issuerUri();
    }

    /** Keys that are read when the first token asks for one. */
    static JWKSource<SecurityContext> of(TokenSettings settings) {
        var requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        var http = RestClient.builder().requestFactory(requests).build();
        return JWKSourceBuilder.create(new ProviderKeys(http, settings))
                .cache(KEPT.toMillis(), WAIT.toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_READS.toMillis())
                .build();
    }

    @Override
    public JWKSet getJWKSet(
            JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        try {
            var text = http.get().uri(keySet()).retrieve().body(String.class);
            return JWKSet.parse(Objects.requireNonNullElse(text, ""));
        } catch (RestClientException | ParseException | IllegalArgumentException e) {
            found = null;
            log.warn("The keys that verify tokens are out of reach: {}", e.getMessage());
            throw new JWKSetUnavailableException("The key set is out of reach", e);
        }
    }

    @Override
    public void close() {
        // Nothing is held between two reads.
    }

    private URI keySet() {
        var known = found;
        if (known == null) {
            known = keySet.isEmpty() ? discover() : URI.create(keySet);
            found = known;
        }
        return known;
    }

    private URI discover() {
        for (var place : places()) {
            try {
                var metadata = http.get().uri(place).retrieve().body(OBJECT);
                if (metadata == null || !issuer.equals(metadata.get("issuer"))) {
                    throw new IllegalArgumentException(place + " is another issuer's");
                }
                return URI.create(String.valueOf(metadata.get("jwks_uri")));
            } catch (HttpClientErrorException e) {
                log.debug("Nothing about the issuer at {}", place, e);
            }
        }
        throw new IllegalArgumentException("The issuer " + issuer + " says nothing of its keys");
    }

    /** Where OpenID Connect and OAuth (RFC 8414) have an issuer describe itself. */
    private List<URI> places() {
        var whole = UriComponentsBuilder.fromUriString(issuer).build();
        var path = Objects.requireNonNullElse(whole.getPath(), "").replaceAll("/$", "");
        return List.of(
                described(path + "/.well-known/openid-configuration"),
                described("/.well-known/openid-configuration" + path),
                described("/.well-known/oauth-authorization-server" + path));
    }

    private URI described(String path) {
        return UriComponentsBuilder.fromUriString(issuer).replacePath(path).build().toUri();
    }
}
