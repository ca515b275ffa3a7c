package io.venta.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An identity provider on the loopback interface: it signs with the newest of its keys, and
 * publishes that one alone.
 */
public final class IdentityProvider implements AutoCloseable {

    /** More than one test uses at a time. */
    private static final int RSA_KEYS = 4;

    private static final List<RSAKey> rsaKeys = new ArrayList<>();
    private static int rsaKeysTaken;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger reads = new AtomicInteger();
    private final int port;
    private HttpServer server;
    private volatile JWK key;
    private volatile boolean hanging;

    private IdentityProvider() throws IOException, JOSEException {
        this.key = newRsaKey();
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    /** A provider with an RSA key. */
    public static IdentityProvider start() {
        try {
            return new IdentityProvider();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a key", e);
        }
    }

    /** Who it says it is. */
    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/venta";
    }

    /** Where its keys are. */
    public URI keySet() {
        return URI.create(issuer() + "/keys");
    }

    /** The public key, as it is published. */
    public JWK publicKey() {
        return key.toPublicJWK();
    }

    /** How often its keys were asked for. */
    public int reads() {
        return reads.get();
    }

    /** Throws its key away and takes a new RSA key. */
    public void rotate() throws JOSEException {
        key = newRsaKey();
    }

    /** Throws its key away and takes a new elliptic one. */
    public void rotateToElliptic() throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
    }

    /** Signs with the newest key. */
    public String sign(JWSAlgorithm algorithm, JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(
                    JWSAlgorithm.Family.EC.contains(algorithm)
                            ? new ECDSASigner(key.toECKey())
                            : new RSASSASigner(key.toRSAKey()));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("Cannot sign with " + algorithm, e);
        }
        return token.serialize();
    }

    /** Takes requests and answers none, or answers them again. */
    public void hang(boolean hanging) {
        this.hanging = hanging;
    }

    /** Is out of reach until {@link #comeBack()}. */
    public void goAway() {
        server.stop(0);
    }

    /** Is there again, at the same place. */
    public void comeBack() throws IOException {
        server = listen(port);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private HttpServer listen(int wanted) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted);
        var listening = HttpServer.create(address, 0);
        listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        listening.createContext("/", this::answer);
        listening.start();
        return listening;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (hanging) {
                closed.await();
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/realms/venta/keys" -> {
                    reads.incrementAndGet();
                    write(exchange, new JWKSet(key).toString(true));
                }
                case "/realms/venta/.well-known/openid-configuration" ->
                        write(
                                exchange,
                                """
                                {"issuer":"%s","jwks_uri":"%s"}"""
                                        .formatted(issuer(), keySet()));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    /** One of a few in turn under a name of its own: making one takes up to a second. */
    private static synchronized JWK newRsaKey() throws JOSEException {
        if (rsaKeys.size() < RSA_KEYS) {
            rsaKeys.add(new RSAKeyGenerator(2048).generate());
        }
        var next = rsaKeys.get(rsaKeysTaken++ % RSA_KEYS);
        return new RSAKey.Builder(next).keyID(UUID.randomUUID().toString()).build();
    }
}
