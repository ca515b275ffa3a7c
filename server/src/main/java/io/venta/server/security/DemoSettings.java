package io.venta.server.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The demo accounts of the embedded profile.
 *
 * @param password of all of them; empty: made at start, and printed
 */
@ConfigurationProperties("gateway.demo")
record DemoSettings(String password) {

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "DemoSettings";
    }
}
