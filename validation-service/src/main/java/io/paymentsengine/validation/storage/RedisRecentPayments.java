package io.paymentsengine.validation.storage;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.validation.application.RecentPayments;
import io.paymentsengine.validation.application.ValidationWindows;
import io.paymentsengine.validation.domain.Limits;
import io.paymentsengine.validation.domain.Payment;
import io.paymentsengine.validation.domain.RecentActivity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.RedisScriptingCommands;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Repository;

/// Sliding windows in Redis: one script, run once for each tenant of a batch, all in one round trip. The script
/// is sent with every call, because Redis forgets scripts when it restarts.
///
/// Redis is not part of the batch's transaction. Payments that were counted for a batch that rolled back are
/// recognised when the batch comes again; if Redis loses data, counting starts again from zero.
@Repository
class RedisRecentPayments implements RecentPayments {

    private static final byte[] SCRIPT = scriptAt("recent-payments.lua");
    private static final int ANSWERS_EACH = 3;

    private final StringRedisTemplate redis;
    private final ValidationWindows windows;

    RedisRecentPayments(StringRedisTemplate redis, ValidationWindows windows) {
        this.redis = redis;
        this.windows = windows;
    }

    @Override
    public List<RecentActivity> before(List<Observed> payments) {
        Map<TenantId, List<Observed>> byTenant =
                payments.stream()
                        .collect(groupingBy(Observed::tenant, LinkedHashMap::new, toList()));
        Iterator<Object> answers = ask(byTenant.values()).iterator();
        Map<TenantId, Iterator<RecentActivity>> activity = new HashMap<>();
        byTenant.keySet().forEach(tenant -> activity.put(tenant, read(answers.next())));
        return payments.stream()
                .map(each -> requireNonNull(activity.get(each.tenant())).next())
                .toList();
    }

    private List<Object> ask(Collection<List<Observed>> tenants) {
        return redis.executePipelined(
                (RedisCallback<?>)
                        connection -> {
                            tenants.forEach(each -> ask(connection.scriptingCommands(), each));
                            return null;
                        });
    }

    private void ask(RedisScriptingCommands commands, List<Observed> ofTenant) {
        List<String> keys = keys(ofTenant);
        commands.eval(
                SCRIPT,
                ReturnType.MULTI,
                keys.size(),
                Stream.concat(keys.stream(), arguments(ofTenant))
                        .map(RedisKeys::bytes)
                        .toArray(byte[][]::new));
    }

    private static List<String> keys(List<Observed> ofTenant) {
        return Stream.concat(
                        Stream.of(RedisKeys.tenantWindow(ofTenant.getFirst().tenant())),
                        ofTenant.stream()
                                .map(Observed::facts)
                                .flatMap(
                                        facts ->
                                                Stream.of(
                                                        RedisKeys.accountWindow(facts),
                                                        RedisKeys.duplicates(facts))))
                .toList();
    }

    private Stream<String> arguments(List<Observed> ofTenant) {
        Limits limits = ofTenant.getFirst().facts().limits();
        return Stream.concat(
                Stream.of(
                                Limits.WINDOW.toMillis(),
                                windows.duplicateWindow().toMillis(),
                                windows.maxRequestAge().toMillis(),
                                limits.paymentsPerMinuteAndAccount(),
                                limits.paymentsPerMinute())
                        .map(Object::toString),
                ofTenant.stream().flatMap(RedisRecentPayments::arguments));
    }

    /// Without a reference, two payments of the same amount are nothing unusual.
    private static Stream<String> arguments(Observed observed) {
        Payment payment = observed.facts().payment();
        return Stream.of(
                payment.id().toString(),
                Long.toString(payment.requestedAt().toEpochMilli()),
                flag(observed.counts()),
                flag(!payment.reference().isBlank()));
    }

    private static Iterator<RecentActivity> read(Object answer) {
        List<?> flat = (List<?>) answer;
        return IntStream.range(0, flat.size() / ANSWERS_EACH)
                .mapToObj(at -> read(flat.subList(at * ANSWERS_EACH, (at + 1) * ANSWERS_EACH)))
                .iterator();
    }

    private static RecentActivity read(List<?> answer) {
        return new RecentActivity(
                (Long) answer.get(0),
                (Long) answer.get(1),
                Optional.of((String) answer.get(2))
                        .filter(duplicate -> !duplicate.isEmpty())
                        .map(PaymentId::of));
    }

    private static String flag(boolean set) {
        return set ? "1" : "0";
    }

    private static byte[] scriptAt(String path) {
        try {
            return new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
