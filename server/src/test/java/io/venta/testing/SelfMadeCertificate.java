package io.venta.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for this machine, signed by nobody else, and clients that trust it alone. */
public final class SelfMadeCertificate {

    private static final String PASSWORD = "self-made";
    private static final String ALIAS = "gateway";

    private final Path folder = ScratchFolder.create("venta-tls-");
    private final KeyStore store;

    private SelfMadeCertificate()
            throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve("store.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD,
                                "-alias",
                                ALIAS,
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-validity",
                                "2",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost,ip:127.0.0.1")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException("keytool failed with " + made.exitValue());
        }
        store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        write("tls.crt", "CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
        write("tls.key", "PRIVATE KEY", store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
    }

    /** Makes one; its files go with the JVM. */
    public static SelfMadeCertificate make() {
        try {
            return new SelfMadeCertificate();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a certificate", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while keytool runs", e);
        }
    }

    /** The certificate, PEM. */
    public Path certificate() {
        return folder.resolve("tls.crt");
    }

    /** Its key, PEM. */
    public Path key() {
        return folder.resolve("tls.key");
    }

    /** A client that trusts it. */
    public HttpClient client() {
        try {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(context).build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot trust the certificate", e);
        }
    }

    private void write(String name, String kind, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        var pem = "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
        try {
            Files.writeString(folder.resolve(name), pem, US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
