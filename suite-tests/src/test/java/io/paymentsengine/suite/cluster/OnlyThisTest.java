package io.paymentsengine.suite.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/// Uses two self-signed certificates for `payments.localhost`, only one of which is trusted.
class OnlyThisTest {

    private static final X509Certificate ONE =
            certificate(
                    """
                    -----BEGIN CERTIFICATE-----
                    MIIBjzCCATWgAwIBAgIUVyYE71qNK701c3XgRGQV1IHCqWAwCgYIKoZIzj0EAwIw
                    HTEbMBkGA1UEAwwScGF5bWVudHMubG9jYWxob3N0MB4XDTI2MTEyODAzMTYyM1oX
                    DTM2MTEyNTAzMTYyM1owHTEbMBkGA1UEAwwScGF5bWVudHMubG9jYWxob3N0MFkw
                    EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEs6ue8dgnA1GvgsXbB03wrgnIA0KdgeCr
                    iVDNrV/nZRCE9T3TTmXzs/MlPap7NV36wwmbzhtQik5GfG47EGHfmaNTMFEwHQYD
                    VR0OBBYEFNdlhIe1OsgeE9r4+MftfdRdrgNyMB8GA1UdIwQYMBaAFNdlhIe1Osge
                    E9r4+MftfdRdrgNyMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIg
                    c8a5wDZrsrg68E55hCzTChaaXpUjzuvXds0iU0vjJnQCIQDxYaOU6vEtwNQ1JmX8
                    PUUAWu/BOYWy6EvpzhqSlQis7Q==
                    -----END CERTIFICATE-----""");

    private static final X509Certificate OTHER =
            certificate(
                    """
                    -----BEGIN CERTIFICATE-----
                    MIIBkDCCATWgAwIBAgIUHoEHgznFA/FovRXYmhZrQ6po5ZswCgYIKoZIzj0EAwIw
                    HTEbMBkGA1UEAwwScGF5bWVudHMubG9jYWxob3N0MB4XDTI2MTEyODAzMTYyM1oX
                    DTM2MTEyNTAzMTYyM1owHTEbMBkGA1UEAwwScGF5bWVudHMubG9jYWxob3N0MFkw
                    EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAETS6tPL3AFyyQpWjsqo9Q0mRhS/7HzWtQ
                    q2S0EErkqW+FSJdUKiLYF10pSLz2NGk2XKfyqHXsM7GvGAuAtCFNz6NTMFEwHQYD
                    VR0OBBYEFKUcrCRFAeIdUJwKxbRT8osQlJ98MB8GA1UdIwQYMBaAFKUcrCRFAeId
                    UJwKxbRT8osQlJ98MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIh
                    ANfiYgx15d1KfSnqj/hdmPGpgaw4VFyQnWeqMxF9I4QvAiEAqoxo+MxZOlXl1ioI
                    bfrn0GS6q0S9gW6AB3w8NaZLVnk=
                    -----END CERTIFICATE-----""");

    private final OnlyThis trust = new OnlyThis(ONE);

    @Test
    void the_certificate_itself_is_trusted() {
        assertThatCode(() -> trust.checkServerTrusted(chain(ONE), "ECDHE_ECDSA"))
                .doesNotThrowAnyException();
    }

    @Test
    void another_one_of_the_same_name_is_not() {
        assertThatThrownBy(() -> trust.checkServerTrusted(chain(OTHER), "ECDHE_ECDSA"))
                .isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> trust.checkServerTrusted(chain(OTHER, ONE), "ECDHE_ECDSA"))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void nobody_is_a_client() {
        assertThatThrownBy(() -> trust.checkClientTrusted(chain(ONE), "EC"))
                .isInstanceOf(CertificateException.class);
    }

    private static X509Certificate[] chain(X509Certificate... certificates) {
        return certificates;
    }

    private static X509Certificate certificate(String pem) {
        byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
