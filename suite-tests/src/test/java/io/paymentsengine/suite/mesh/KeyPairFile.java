package io.paymentsengine.suite.mesh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/// A host's key with a self-signed certificate.
final class KeyPairFile {

    private static final String PASSWORD = "conformance";
    private static final int LINE = 64;

    /// The contents of a PKCS #12 file.
    private final byte[] keys;

    private final String host;

    private KeyPairFile(String host, byte... keys) {
        this.host = host;
        this.keys = keys;
    }

    /// Made by the JDK's keytool, because the JDK has no API to create certificates.
    static KeyPairFile of(String host) {
        Path file = Path.of("target", "conformance-%s.p12".formatted(host)).toAbsolutePath();
        try {
            Files.deleteIfExists(file);
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "keytool")
                                            .toString(),
                                    "-genkeypair",
                                    "-alias",
                                    host,
                                    "-keyalg",
                                    "EC",
                                    "-dname",
                                    "CN=" + host,
                                    "-ext",
                                    "san=dns:" + host,
                                    "-storetype",
                                    "PKCS12",
                                    "-storepass",
                                    PASSWORD,
                                    "-keystore",
                                    file.toString())
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            byte[] said = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(new String(said, StandardCharsets.UTF_8));
            }
            return new KeyPairFile(host, Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String keysInBase64() {
        return Base64.getEncoder().encodeToString(keys);
    }

    String certificate() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(keys), PASSWORD.toCharArray());
            byte[] newLine = {'\n'};
            return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                    .formatted(
                            Base64.getMimeEncoder(LINE, newLine)
                                    .encodeToString(store.getCertificate(host).getEncoded()));
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
