package io.venta.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTests {

    private static final String CLIENT = "X-Forwarded-For";

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

        assertThat(TrustedProxies.believed(headers, true).getValuesList(CLIENT))
                .containsExactly(client);
    }

    @Test
    void readsSeveralHeadersAsOne() {
        var headers =
                HttpFields.build().add(CLIENT, "198.51.100.1").add(CLIENT, "203.0.113.7, 10.0.0.1");

        assertThat(TrustedProxies.believed(headers, true).getValuesList(CLIENT))
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

        assertThat(TrustedProxies.believed(headers, false).getFieldNamesCollection())
                .containsExactly("Host");
    }

    @Test
    void believesTheProtocolOfAProxyButNoOtherHeaderForIt() {
        var headers =
                HttpFields.build()
                        .add("X-Forwarded-Proto", "https")
                        .add("Forwarded", "for=198.51.100.1;proto=http");

        assertThat(TrustedProxies.believed(headers, true).getFieldNamesCollection())
                .containsExactly("X-Forwarded-Proto");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "10.1.2.3, true",
        "172.16.0.1, true",
        "172.32.0.1, false",
        "192.168.0.1, true",
        "169.254.1.1, true",
        "fe80::1, true",
        "fd12::1, true",
        "fe00::1, false",
        "100.64.0.1, true",
        "100.127.255.255, true",
        "100.128.0.0, false",
        "8.8.8.8, false",
        "2001:db8::1, false"
    })
    void knowsPrivateAddresses(String address, boolean isPrivate) {
        assertThat(TrustedProxies.isPrivate(InetAddress.ofLiteral(address))).isEqualTo(isPrivate);
    }
}
