package io.venta.server.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * By which keys and claims tokens are verified; algorithms are named, never taken from the token.
 */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    static final Duration SKEW = Duration.ofSeconds(60);

    private static final List<SignatureAlgorithm> BY_PUBLIC_KEY =
            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    @Bean
    @Profile("embedded")
    SecretKey embeddedKey(TokenSettings settings) {
        return settings.secret().isEmpty() ? randomKey() : key(settings.secret());
    }

    @Bean
    @Profile("embedded")
    JwtDecoder embeddedDecoder(SecretKey embeddedKey, TokenSettings settings, Clock clock) {
        return withSecret(embeddedKey, settings, clock);
    }

    @Bean
    @Profile("production")
    JwtDecoder productionDecoder(TokenSettings settings, Clock clock) {
        if (!settings.secret().isEmpty()) {
            return withSecret(key(settings.secret()), settings, clock);
        }
        var decoder =
                NimbusJwtDecoder.withJwkSource(ProviderKeys.of(settings))
                        .jwsAlgorithms(algorithms -> algorithms.addAll(BY_PUBLIC_KEY))
                        .build();
        decoder.setJwtValidator(validator(settings, clock));
        return decoder;
    }

    private static JwtDecoder withSecret(SecretKey key, TokenSettings settings, Clock clock) {
        var decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
        decoder.setJwtValidator(validator(settings, clock));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(TokenSettings settings, Clock clock) {
        var timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        var validators = new ArrayList<OAuth2TokenValidator<Jwt>>();
        validators.add(new TokenExpiryValidator(clock));
        validators.add(timestamps);
        if (!settings.issuerUri().isEmpty()) {
            validators.add(new JwtIssuerValidator(settings.issuerUri()));
        }
        if (!settings.audience().isEmpty()) {
            validators.add(
                    new JwtClaimValidator<List<String>>(
                            JwtClaimNames.AUD,
                            audience ->
                                    audience != null && audience.contains(settings.audience())));
        }
        return new DelegatingOAuth2TokenValidator<>(validators);
    }

    private static SecretKey key(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    private static SecretKey randomKey() {
        var bytes = new byte[48];
        new SecureRandom().nextBytes(bytes);
        return key(Base64.getEncoder().encodeToString(bytes));
    }
}
