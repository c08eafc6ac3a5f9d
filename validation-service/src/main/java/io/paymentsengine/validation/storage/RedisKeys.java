package io.paymentsengine.validation.storage;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.application.Accounts;
import io.paymentsengine.validation.domain.Account;
import io.paymentsengine.validation.domain.Facts;
import io.paymentsengine.validation.domain.Payment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// Keys in Redis. Each starts with the tenant in braces: tenants share nothing, and all keys of a tenant are on
/// one node of a cluster, where a script can reach them.
final class RedisKeys {

    private RedisKeys() {}

    /// Encodes text as Redis stores it.
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String account(Accounts.Key key) {
        return of(key.tenant(), "account", key.reference().value());
    }

    static String tenantWindow(TenantId tenant) {
        return of(tenant, "window", "tenant");
    }

    /// Named by the account rather than by the payment's reference to it, so that its id and its IBAN count
    /// together.
    static String accountWindow(Facts facts) {
        return of(facts.payment().tenant(), "window", debtor(facts));
    }

    /// Uses a digest, because a reference may be long. Payments without a reference have no duplicates, so they
    /// share one key.
    static String duplicates(Facts facts) {
        Payment payment = facts.payment();
        if (payment.reference().isBlank()) {
            return of(payment.tenant(), "duplicates", "none");
        }
        String same =
                String.join(
                        "\n",
                        debtor(facts),
                        creditor(facts),
                        payment.amount().toString(),
                        payment.reference());
        return of(payment.tenant(), "duplicates", HexFormat.of().formatHex(sha256(same)));
    }

    private static String debtor(Facts facts) {
        return named(facts.debtor(), facts.payment().debtor());
    }

    private static String creditor(Facts facts) {
        return named(facts.creditor(), facts.payment().creditor());
    }

    private static String named(Optional<Account> account, AccountReference reference) {
        return account.map(known -> known.id().toString()).orElse(reference.value());
    }

    private static String of(TenantId tenant, String kind, String name) {
        return "{" + tenant + "}:" + kind + ":" + name;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
