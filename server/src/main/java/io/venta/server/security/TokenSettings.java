package io.venta.server.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How tokens are verified.
 *
 * @param secret for HS256, at least 32 bytes; empty where keys come from a set
 * @param jwkSetUri where the issuer's keys are
 * @param issuerUri whom the tokens are from, and where its keys are found
 * @param audience whom the tokens must be for; empty for anyone
 * @param userClaim the claim that names the user
 * @param rolesClaim the claim that lists the roles; a path with dots leads into objects
 */
@ConfigurationProperties("gateway.jwt")
record TokenSettings(
        String secret,
        String jwkSetUri,
        String issuerUri,
        String audience,
        String userClaim,
        String rolesClaim) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "TokenSettings[issuerUri=" + issuerUri + ", jwkSetUri=" + jwkSetUri + "]";
    }
}
