package io.paymentsengine.suite.cluster;

import io.fabric8.kubernetes.api.model.LoadBalancerIngress;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// The gateway as seen by clients outside the cluster.
///
/// @param address host and port
/// @param certificate the certificate in the secret `gateway-certificate`; a server that presents another one
///     is not the gateway
public record GatewayAddress(String address, X509Certificate certificate) {

    /// The gateway's address, for a load balancer without one: `-Dmesh.gateway=localhost:8443`.
    private static final String SETTING = "mesh.gateway";

    /// The paths that the gateway's AuthorizationPolicy allows, in the policy's notation.
    static final List<String> OPEN =
            List.of(
                    "/api/v1/payments",
                    "/api/v1/payments/*",
                    "/api/v1/accounts",
                    "/api/v1/accounts/*");

    /// Exceptions from these, which it denies.
    static final List<String> CLOSED = List.of("/api/v1/accounts/lookup");

    /// Looks up the gateway's address and certificate.
    public static GatewayAddress of(KubernetesClient client) {
        return new GatewayAddress(addressOf(client), certificateOf(client));
    }

    /// A context that trusts only the gateway's certificate.
    public SSLContext trust() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new OnlyThis(certificate)}, null);
            return context;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Whether the gateway lets clients request this path; all other paths are internal.
    public static boolean isOpenTo(String path) {
        String asked = path.replaceFirst("[?#].*", "");
        return matches(OPEN, asked) && !matches(CLOSED, asked);
    }

    private static boolean matches(List<String> patterns, String path) {
        return patterns.stream()
                .anyMatch(
                        pattern ->
                                pattern.endsWith("*")
                                        ? path.startsWith(
                                                pattern.substring(0, pattern.length() - 1))
                                        : path.equals(pattern));
    }

    private static String addressOf(KubernetesClient client) {
        String given = System.getProperty(SETTING, "");
        if (!given.isBlank()) {
            return given;
        }
        List<LoadBalancerIngress> ingresses =
                client.services()
                        .inNamespace(Cluster.NAMESPACE)
                        .withName("gateway")
                        .require()
                        .getStatus()
                        .getLoadBalancer()
                        .getIngress();
        if (ingresses.isEmpty()) {
            throw new IllegalStateException(
                    "the gateway has no address; run kubectl -n payments port-forward service/gateway"
                            + " 8443:443, and set -D%s=localhost:8443".formatted(SETTING));
        }
        LoadBalancerIngress ingress = ingresses.getFirst();
        return (ingress.getIp() == null ? ingress.getHostname() : ingress.getIp()) + ":443";
    }

    private static X509Certificate certificateOf(KubernetesClient client) {
        Secret secret =
                client.secrets()
                        .inNamespace(Cluster.NAMESPACE)
                        .withName("gateway-certificate")
                        .require();
        byte[] pem = Base64.getDecoder().decode(secret.getData().get("tls.crt"));
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("gateway-certificate", unreadable);
        }
    }
}
