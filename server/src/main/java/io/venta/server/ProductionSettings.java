package io.venta.server;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/**
 * Refuses to start with a secret that is too short or a door that is open to every page, and in
 * production with secrets that are missing or known to everybody.
 *
 * <p>Runs before any bean is made, so that the first thing said is the setting's name.
 */
class ProductionSettings
        implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final int MIN_SECRET_BYTES = 32;

    /** Secrets that stand in tutorials and documents; all of them long enough. */
    private static final Set<String> PUBLISHED_SECRETS =
            Set.of(
                    "your-256-bit-secret-your-256-bit-secret",
                    "your-super-secret-jwt-key-change-in-production",
                    "your-secret-key-must-be-at-least-32-characters",
                    "change-me-change-me-change-me-change-me",
                    "changeme-changeme-changeme-changeme",
                    "0123456789abcdef0123456789abcdef",
                    "secretsecretsecretsecretsecretsecret",
                    "a-string-secret-at-least-256-bits-long");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        checkLength(environment.getProperty("JWT_SECRET", ""));
        checkOrigins(environment.getProperty("ALLOWED_ORIGIN", ""));
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            checkTokens(environment);
            checkBroker(environment);
            checkDatabase(environment);
        }
    }

    private static void checkTokens(Environment environment) {
        var secret = environment.getProperty("JWT_SECRET", "");
        var hasKeySet =
                StringUtils.hasText(environment.getProperty("JWT_JWK_SET_URI"))
                        || StringUtils.hasText(environment.getProperty("JWT_ISSUER_URI"));
        if (secret.isEmpty() && !hasKeySet) {
            throw new RefusedSettingException(
                    "None of JWT_SECRET, JWT_JWK_SET_URI and JWT_ISSUER_URI is set.",
                    "Set the one by which your identity provider's tokens are verified.");
        }
        if (isPublished(secret)) {
            throw new RefusedSettingException(
                    "JWT_SECRET is a published example.", newSecretAction("JWT_SECRET"));
        }
    }

    private static void checkLength(String secret) {
        if (!secret.isEmpty()
                && secret.getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
            throw new RefusedSettingException(
                    "JWT_SECRET is shorter than 32 bytes.", newSecretAction("JWT_SECRET"));
        }
    }

    private static void checkOrigins(String origins) {
        if (origins.contains("*")) {
            throw new RefusedSettingException(
                    "ALLOWED_ORIGIN has a wildcard.",
                    "Name each origin whose pages may connect, as https://app.example.");
        }
    }

    private static boolean isPublished(String secret) {
        return PUBLISHED_SECRETS.contains(secret.strip().toLowerCase(Locale.ROOT))
                || (!secret.isEmpty() && secret.chars().distinct().count() < 4);
    }

    private static void checkBroker(Environment environment) {
        var password = environment.getProperty("RABBITMQ_PASSWORD", "");
        if (password.isBlank() || password.strip().equalsIgnoreCase("guest")) {
            throw new RefusedSettingException(
                    "RABBITMQ_PASSWORD is " + (password.isBlank() ? "not set." : "\"guest\"."),
                    newSecretAction("RABBITMQ_PASSWORD"));
        }
    }

    private static void checkDatabase(Environment environment) {
        if (!environment.getProperty("DATABASE_URL", "").startsWith("postgres")) {
            throw new RefusedSettingException(
                    "DATABASE_URL names no PostgreSQL.",
                    "Set DATABASE_URL to postgresql://user:password@host:5432/venta.");
        }
    }

    private static String newSecretAction(String setting) {
        return "Set " + setting + " to a secret of your own: openssl rand -base64 48 makes one.";
    }
}
