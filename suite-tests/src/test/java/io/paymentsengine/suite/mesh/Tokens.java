package io.paymentsengine.suite.mesh;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/// A token issuer that is created by the test.
final class Tokens {

    private static final String ISSUER = "https://issuer.conformance.example";
    private static final int KEY_BITS = 2048;

    private final KeyPair keys;

    private Tokens(KeyPair keys) {
        this.keys = keys;
    }

    static Tokens ofANewIssuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return new Tokens(generator.generateKeyPair());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Adds verified tokens to the overlay, with this issuer as the only one that the gateway trusts.
    Overlay trustedIn(Overlay overlay) {
        return overlay.with("istio/components/jwt-tenants")
                .patched(new Overlay.Patch("RequestAuthentication", "gateway", trust()));
    }

    private String trust() {
        return """
        - {op: replace, path: /spec/jwtRules/0/issuer, value: "%s"}
        - {op: remove, path: /spec/jwtRules/0/jwksUri}
        - {op: add, path: /spec/jwtRules/0/jwks, value: '%s'}
        """
                .formatted(ISSUER, keySet());
    }

    /// A signed token.
    ///
    /// @param tenant the tenant claim; left out if empty
    /// @param lifetime from now on; negative for an expired token
    String of(String tenant, String audience, Duration lifetime) {
        return of(tenant, audience, lifetime, "");
    }

    /// A signed token with additional scopes.
    ///
    /// @param scope as in RFC 8693: words separated by spaces
    String of(String tenant, String audience, Duration lifetime, String scope) {
        return of(audience, lifetime, claim("sub", "somebody") + tenant(tenant) + scope(scope));
    }

    /// A signed token without a subject.
    String ofNobody(String tenant, String audience, Duration lifetime) {
        return of(audience, lifetime, tenant(tenant));
    }

    private static String tenant(String tenant) {
        return tenant.isEmpty() ? "" : claim("tenant", tenant);
    }

    private static String scope(String scope) {
        return scope.isEmpty() ? "" : claim("scope", scope);
    }

    private static String claim(String name, String value) {
        return ",\"%s\":\"%s\"".formatted(name, value);
    }

    private String of(String audience, Duration lifetime, String more) {
        Instant now = Instant.now();
        String claims =
                "{\"iss\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d%s}"
                        .formatted(
                                ISSUER,
                                audience,
                                now.minusSeconds(3_600).getEpochSecond(),
                                now.plus(lifetime).getEpochSecond(),
                                more);
        String content = encoded("{\"alg\":\"RS256\",\"kid\":\"one\"}") + "." + encoded(claims);
        return content + "." + signed(content);
    }

    private String signed(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"one\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(
                        encoded(unsigned(key.getModulus())),
                        encoded(unsigned(key.getPublicExponent())));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
