package io.venta.server.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
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
    JwtDecoder embeddedDecoder(SecretKey embeddedKey, OAuth2TokenValidator<Jwt> tokenValidator) {
        return withSecret(embeddedKey, tokenValidator);
    }

    @Bean
    @Profile("production")
    JwtDecoder productionDecoder(TokenSettings settings, OAuth2TokenValidator<Jwt> tokenValidator) {
        if (!settings.secret().isEmpty()) {
            return withSecret(key(settings.secret()), tokenValidator);
        }
        var decoder =
                NimbusJwtDecoder.withJwkSource(ProviderKeys.of(settings))
                        .jwsAlgorithms(algorithms -> algorithms.addAll(BY_PUBLIC_KEY))
                        .build();
        return judging(decoder, tokenValidator);
    }

    /** What a token must be beside well signed; not revoked, too. */
    @Bean
    OAuth2TokenValidator<Jwt> tokenValidator(
            TokenSettings settings, Revocations revocations, Clock clock) {
        var timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        var validators = new ArrayList<OAuth2TokenValidator<Jwt>>();
        validators.add(new TokenExpiryValidator(clock));
        validators.add(timestamps);
        validators.add(new RevokedTokenValidator(revocations, settings));
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

    private static JwtDecoder withSecret(SecretKey key, OAuth2TokenValidator<Jwt> validator) {
        var decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
        return judging(decoder, validator);
    }

    /** Spring makes an {@code iat} up where there is none; a revocation must know that. */
    private static JwtDecoder judging(
            NimbusJwtDecoder decoder, OAuth2TokenValidator<Jwt> validator) {
        var converter = MappedJwtClaimSetConverter.withDefaults(Map.of());
        decoder.setClaimSetConverter(
                claims -> {
                    var converted = converter.convert(claims);
                    if (!claims.containsKey(JwtClaimNames.IAT)) {
                        converted.remove(JwtClaimNames.IAT);
                    }
                    return converted;
                });
        decoder.setJwtValidator(validator);
        return decoder;
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
