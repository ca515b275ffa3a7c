package io.venta.server.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom to believe about others.
 *
 * @param trustedProxies addresses and networks (CIDR) of the operator's own proxies
 */
@ConfigurationProperties("gateway")
record ProxySettings(List<String> trustedProxies) {}
