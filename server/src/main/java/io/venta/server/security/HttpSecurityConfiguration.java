package io.venta.server.security;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import io.venta.model.Role;
import io.venta.server.error.HttpRefusals;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who may ask what over HTTP. A bearer token or a session's cookie says who it is; with the cookie,
 * what changes anything needs the session's CSRF token too.
 */
@Configuration(proxyBeanMethods = false)
class HttpSecurityConfiguration {

    private static final String[] OPEN = {
        "/",
        "/index.html",
        "/favicon.svg",
        "/*.css",
        "/css/**",
        "/js/**",
        "/webjars/**",
        "/basemap/**",
        "/health",
        "/ready",
        "/error",
        "/api/client-config"
    };

    /** The page asks for none of what a browser could give it. */
    private static final String PERMISSIONS_POLICY =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " magnetometer=(), microphone=(), midi=(), payment=(),"
                    + " publickey-credentials-get=(), screen-wake-lock=(), usb=()";

    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        return new SessionCsrfTokens();
    }

    @Bean
    HttpSessionSecurityContextRepository httpSessions() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    SecurityFilterChain http(
            HttpSecurity http,
            TokenAuthenticationConverter converter,
            CsrfTokenRepository csrfTokens,
            Revocations revocations,
            TokenSettings tokens,
            Clock clock,
            JsonMapper json,
            @Value("${gateway.tiles.url}") String tileUrl) {
        return http.authorizeHttpRequests(HttpSecurityConfiguration::requests)
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(csrfTokens)
                                        .csrfTokenRequestHandler(new HeaderCsrfToken())
                                        .ignoringRequestMatchers("/api/auth/login"))
                .oauth2ResourceServer(
                        server ->
                                server.withObjectPostProcessor(tellingWhatIsUnavailable(json))
                                        .jwt(jwt -> jwt.jwtAuthenticationConverter(converter))
                                        .authenticationEntryPoint(
                                                (request, response, _) ->
                                                        unauthorized(request, response, json))
                                        .accessDeniedHandler(
                                                (request, response, _) ->
                                                        forbidden(request, response, json)))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(
                                                (request, response, _) ->
                                                        unauthorized(request, response, json))
                                        .accessDeniedHandler(
                                                (request, response, _) ->
                                                        forbidden(request, response, json)))
                .securityContext(context -> context.securityContextRepository(httpSessions()))
                .addFilterAfter(
                        new ExpiredSessionFilter(
                                new DelegatingOAuth2TokenValidator<>(
                                        new TokenExpiryValidator(clock),
                                        new RevokedTokenValidator(revocations, tokens))),
                        SecurityContextHolderFilter.class)
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers(headers, tileUrl))
                .build();
    }

    private static void requests(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests) {
        requests.requestMatchers(HttpMethod.GET, OPEN)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, OPEN)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/auth/login")
                .permitAll()
                .requestMatchers("/metrics", "/ws/status", "/api/websocket/metrics/**")
                .hasRole(Role.ADMIN.name())
                .requestMatchers("/api/**")
                .authenticated()
                .anyRequest()
                .denyAll();
    }

    /** Beside those that Spring Security sends by itself: nosniff, no frames, no caching. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers, String tileUrl) {
        headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives(ContentSecurityPolicy.of(tileUrl)))
                // Servers of tiles ask who wants them; the origin alone tells.
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                // Sub-domains may be somebody else's.
                .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false));
    }

    /** Spring's own answer to a token that cannot be judged now is a fault of the server's. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> tellingWhatIsUnavailable(
            JsonMapper json) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(
                        (request, response, failure) -> {
                            if (failure instanceof AuthenticationServiceException) {
                                unavailable(request, response, json);
                            } else {
                                unauthorized(request, response, json);
                            }
                        });
                return filter;
            }
        };
    }

    private static void unavailable(
            HttpServletRequest request, HttpServletResponse response, JsonMapper json)
            throws IOException {
        HttpRefusals.write(
                request,
                response,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                ErrorReply.of(
                        ErrorCode.AUTHENTICATION_UNAVAILABLE, "Tokens cannot be verified now"),
                json);
    }

    private static void unauthorized(
            HttpServletRequest request, HttpServletResponse response, JsonMapper json)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        HttpRefusals.write(
                request,
                response,
                HttpServletResponse.SC_UNAUTHORIZED,
                ErrorReply.of(ErrorCode.AUTHENTICATION_FAILED, "Sign in first"),
                json);
    }

    private static void forbidden(
            HttpServletRequest request, HttpServletResponse response, JsonMapper json)
            throws IOException {
        HttpRefusals.write(
                request,
                response,
                HttpServletResponse.SC_FORBIDDEN,
                ErrorReply.of(ErrorCode.AUTHORIZATION_FAILED, "You may not do this"),
                json);
    }
}
