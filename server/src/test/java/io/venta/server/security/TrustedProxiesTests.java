package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTests {

    private static final String CLIENT = "X-Forwarded-For";

    private final TrustedProxies proxies =
            trusting("10.0.0.0/8", " 192.168.1.1", "fd00::/8", "100.64.0.0/10", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 203.0.113.7",
                "198.51.100.1, 203.0.113.7 | 203.0.113.7",
                "198.51.100.1, 203.0.113.7, 10.0.0.2, 192.168.1.1 | 203.0.113.7",
                "2001:db8::7, fd00::1, 100.64.0.9 | 2001:db8::7",
                "10.0.0.2, 10.0.0.3 | 10.0.0.2",
                "10.0.0.1, unknown | unknown"
            })
    void takesTheLastAddressThatIsNotAProxys(String hops, String client) {
        var headers = HttpFields.build().add(CLIENT, hops).asImmutable();

        assertThat(proxies.believed(headers, true).getValuesList(CLIENT)).containsExactly(client);
    }

    @Test
    void readsSeveralHeadersAsOne() {
        var headers =
                HttpFields.build().add(CLIENT, "198.51.100.1").add(CLIENT, "203.0.113.7, 10.0.0.1");

        assertThat(proxies.believed(headers, true).getValuesList(CLIENT))
                .containsExactly("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For",
                "x-forwarded-proto",
                "X-Forwarded-Host",
                "X-Forwarded-Port",
                "Forwarded",
                "X-Forwarded-Server",
                "X-Proxied-Https",
                "Proxy-ssl-id"
            })
    void believesNothingOfOthers(String header) {
        var headers = HttpFields.build().add(header, "https").add("Host", "gateway");

        assertThat(proxies.believed(headers, false).getFieldNamesCollection())
                .containsExactly("Host");
    }

    @Test
    void believesTheProtocolOfAProxyButNoOtherHeaderForIt() {
        var headers =
                HttpFields.build()
                        .add("X-Forwarded-Proto", "https")
                        .add("Forwarded", "for=198.51.100.1;proto=http");

        assertThat(proxies.believed(headers, true).getFieldNamesCollection())
                .containsExactly("X-Forwarded-Proto");
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, true",
        "11.0.0.1, false",
        "192.168.1.1, true",
        "192.168.1.2, false",
        "fd12::1, true",
        "fc12::1, false",
        "127.0.0.1, false",
        "::1, false"
    })
    void knowsTheProxiesThatTheOperatorNames(String address, boolean isProxy) {
        assertThat(proxies.isProxy(InetAddress.ofLiteral(address))).isEqualTo(isProxy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "::1", "8.8.8.8"})
    void trustsNobodyByDefault(String address) {
        assertThat(trusting().isProxy(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.internal", "10.0.0.0/99"})
    void namesASettingThatIsWrong(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trusting("10.0.0.1", wrong))
                .withMessageContainingAll("GATEWAY_TRUSTED_PROXIES", wrong);
    }

    private static TrustedProxies trusting(String... proxies) {
        return new TrustedProxies(new ProxySettings(List.of(proxies)));
    }
}
