package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.venta.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.jwt.JwtDecoder;

@ExtendWith(OutputCaptureExtension.class)
class DemoAccountsTests {

    private final SettableClock clock = new SettableClock();
    private final TokenSettings settings =
            new TokenSettings("", "", "https://issuer.test", "venta", "sub", "realm.roles");
    private final TokenConfiguration configuration = new TokenConfiguration();
    private final javax.crypto.SecretKey key = configuration.embeddedKey(settings);
    private final JwtDecoder decoder =
            configuration.embeddedDecoder(
                    key,
                    configuration.tokenValidator(
                            settings, new LocalSignIns().revocations(), clock));

    @ParameterizedTest
    @CsvSource({
        "demo-customer, ROLE_CUSTOMER",
        "demo-vendor, ROLE_VENDOR",
        "demo-dispatcher, ROLE_DISPATCHER",
        "demo-service, ROLE_SERVICE",
        "demo-admin, ROLE_ADMIN"
    })
    void signsEachAccountInWithItsRole(String username, String role) {
        var reply = accounts("s3cret").login(username, "s3cret").orElseThrow();

        var user =
                new TokenVerifier(decoder, new TokenAuthenticationConverter(settings))
                        .verify(reply.accessToken());
        assertThat(user.getName()).isEqualTo(username);
        assertThat(user.getAuthorities()).extracting("authority").containsExactly(role);
        assertThat(reply.expiresAt()).isEqualTo(SettableClock.START.plus(Duration.ofHours(12)));
    }

    @Test
    void makesTheVendorAVendor() {
        var token = accounts("s3cret").login("demo-vendor", "s3cret").orElseThrow().accessToken();

        assertThat(decoder.decode(token).getClaimAsString("vendor_id")).isEqualTo("demo-vendor");
    }

    @ParameterizedTest
    @CsvSource({"demo-admin, wrong", "demo-admin, ''", "root, s3cret", "'', s3cret"})
    void refusesWrongNamesAndPasswords(String username, String password) {
        assertThat(accounts("s3cret").login(username, password)).isEmpty();
    }

    @Test
    void printsAPasswordOfItsOwnWhereNoneIsSet(CapturedOutput output) {
        var accounts = accounts("");

        accounts.announce();

        var password = output.getOut().strip().replaceAll("(?s).*password: (\\S+).*", "$1");
        assertThat(password).hasSize(12);
        assertThat(accounts.login("demo-admin", password)).isPresent();
        assertThat(accounts.login("demo-admin", "")).isEmpty();
        assertThat(accounts("").login("demo-admin", password)).isEmpty();
    }

    private DemoAccounts accounts(String password) {
        return new DemoAccounts(new DemoSettings(password), key, settings, clock);
    }
}
