package io.paymentsengine.validation.storage;

import static java.util.Objects.requireNonNull;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.validation.application.Accounts;
import io.paymentsengine.validation.application.ValidationWindows;
import io.paymentsengine.validation.domain.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/// Caches in Redis, for a short time, what account-service has reported: one round trip to read, one to write.
/// Unknown and frozen accounts are not cached. A moment later they may exist or be open, and a payment that was
/// declined because of them is not examined again.
@Component
class AccountCache {

    private static final String SEPARATOR = " ";
    private static final int PARTS = 4;
    private static final String NO_IBAN = "-";

    private final StringRedisTemplate redis;
    private final ValidationWindows windows;

    AccountCache(StringRedisTemplate redis, ValidationWindows windows) {
        this.redis = redis;
        this.windows = windows;
    }

    Map<Accounts.Key, Account> find(Set<Accounts.Key> asked) {
        List<Accounts.Key> keys = List.copyOf(asked);
        List<String> values =
                requireNonNull(
                        redis.opsForValue()
                                .multiGet(keys.stream().map(RedisKeys::account).toList()));
        Map<Accounts.Key, Account> found = new HashMap<>();
        for (int at = 0; at < keys.size(); at++) {
            @Nullable String value = values.get(at);
            if (value != null) {
                Accounts.Key key = keys.get(at);
                read(value).ifPresent(account -> found.put(key, account));
            }
        }
        return found;
    }

    void keep(Map<Accounts.Key, Account> learned) {
        Map<Accounts.Key, Account> lasting = new HashMap<>(learned);
        lasting.values().removeIf(account -> account.status() == Account.Status.FROZEN);
        if (lasting.isEmpty()) {
            return;
        }
        redis.executePipelined(
                (RedisCallback<?>)
                        connection -> {
                            lasting.forEach(
                                    (key, account) ->
                                            connection
                                                    .stringCommands()
                                                    .pSetEx(
                                                            RedisKeys.bytes(RedisKeys.account(key)),
                                                            windows.accountCacheTtl().toMillis(),
                                                            RedisKeys.bytes(written(account))));
                            return null;
                        });
    }

    private static String written(Account account) {
        return String.join(
                SEPARATOR,
                account.id().toString(),
                account.iban().map(AccountReference::value).orElse(NO_IBAN),
                account.status().name(),
                account.currency().getCurrencyCode());
    }

    /// An entry that another version wrote in a different format counts as missing.
    private static Optional<Account> read(String written) {
        String[] parts = written.split(SEPARATOR, -1);
        try {
            return parts.length == PARTS
                    ? Optional.of(
                            new Account(
                                    AccountId.of(parts[0]),
                                    Optional.of(parts[1])
                                            .filter(iban -> !iban.equals(NO_IBAN))
                                            .map(AccountReference::new),
                                    Account.Status.valueOf(parts[2]),
                                    Money.currencyOf(parts[3])))
                    : Optional.empty();
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
