package io.venta.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class ProductionSettingsTests {

    private static final String GOOD_SECRET = "Tq3v9XbL0s8wKZr5yN1cH7eJ4mP6uDfG2aRo";

    private final Map<String, Object> settings =
            new HashMap<>(
                    Map.of(
                            "JWT_SECRET",
                            GOOD_SECRET,
                            "RABBITMQ_PASSWORD",
                            "s3cret-of-ours",
                            "DATABASE_URL",
                            "postgresql://venta:s3cret@db/venta"));

    @Test
    void startsWithSecretsOfItsOwn() {
        assertStarts("production");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT_JWK_SET_URI", "JWT_ISSUER_URI"})
    void startsWithKeysFromElsewhere(String setting) {
        settings.remove("JWT_SECRET");
        settings.put(setting, "https://issuer.example/keys");

        assertStarts("production");
    }

    @Test
    void refusesToStartWithoutAnyWayToVerifyTokens() {
        settings.remove("JWT_SECRET");

        assertThat(refusal().getMessage())
                .contains("JWT_SECRET", "JWT_JWK_SET_URI", "JWT_ISSUER_URI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://a.example,*", "https://*.example"})
    void refusesToOpenItsDoorToEveryPage(String origins) {
        settings.put("ALLOWED_ORIGIN", origins);

        assertThat(refusal()).hasMessage("ALLOWED_ORIGIN has a wildcard.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0123456789abcdefghijklmnopqrstu", "                "})
    void refusesShortSecrets(String secret) {
        settings.put("JWT_SECRET", secret);

        assertThat(refusal()).hasMessage("JWT_SECRET is shorter than 32 bytes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "your-256-bit-secret-your-256-bit-secret",
                "YOUR-256-BIT-SECRET-YOUR-256-BIT-SECRET",
                "  change-me-change-me-change-me-change-me\n",
                "00000000000000000000000000000000",
                "abababababababababababababababab",
                "                                        "
            })
    void refusesSecretsThatEverybodyKnows(String secret) {
        settings.put("JWT_SECRET", secret);

        assertThat(refusal()).hasMessage("JWT_SECRET is a published example.");
    }

    @Test
    void countsBytesRatherThanCharacters() {
        settings.put("JWT_SECRET", "ążźćęłńóśqwertyuiopasdf");

        assertStarts("production");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "guest", "Guest", " guest "})
    void refusesTheBrokersPublishedPassword(String password) {
        settings.put("RABBITMQ_PASSWORD", password);

        assertThat(refusal().getMessage()).startsWith("RABBITMQ_PASSWORD is ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc:postgresql://db/venta", "mysql://db/venta"})
    void refusesADatabaseThatIsNoPostgres(String url) {
        settings.put("DATABASE_URL", url);

        assertThat(refusal()).hasMessage("DATABASE_URL names no PostgreSQL.");
    }

    @Test
    void saysWhatToDoAndNotWhatTheSecretWas() {
        settings.put("JWT_SECRET", "tell-nobody");

        var analysis = new RefusedSettingFailureAnalyzer().analyze(refusal());

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("JWT_SECRET").doesNotContain("tell-nobody");
        assertThat(analysis.getAction()).contains("JWT_SECRET", "openssl");
    }

    @Test
    void asksForNothingOutsideProduction() {
        settings.clear();

        assertStarts("embedded");
    }

    private void assertStarts(String profile) {
        assertThatCode(() -> start(profile)).doesNotThrowAnyException();
    }

    private RefusedSettingException refusal() {
        return catchThrowableOfType(RefusedSettingException.class, () -> start("production"));
    }

    private void start(String profile) {
        try (var context = new GenericApplicationContext()) {
            var environment = context.getEnvironment();
            environment.setActiveProfiles(profile);
            var sources = environment.getPropertySources();
            sources.stream().map(source -> source.getName()).toList().forEach(sources::remove);
            sources.addFirst(new MapPropertySource("test", settings));
            new ProductionSettings().initialize(context);
        }
    }
}
