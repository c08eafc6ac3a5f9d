package io.paymentsengine.simulation.world;

import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.simulation.fate.Blow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// Counts of what happened.
///
/// @param payments how many were stored, by status
/// @param messages how many were written
/// @param steps how many boundaries were passed
/// @param blows how many struck, by kind
/// @param print fingerprint of everything that happened; the same seed gives the same fingerprint
public record Counts(
        Map<Payment.Status, Integer> payments,
        long messages,
        long steps,
        Map<Blow, Integer> blows,
        long print) {

    public static final Counts NONE = new Counts(Map.of(), 0, 0, Map.of(), 0);

    public Counts {
        payments = Collections.unmodifiableMap(new TreeMap<>(payments));
        blows = Collections.unmodifiableMap(new TreeMap<>(blows));
    }

    /// The sum of both.
    public Counts plus(Counts other) {
        return new Counts(
                sum(Payment.Status.class, payments, other.payments),
                messages + other.messages,
                steps + other.steps,
                sum(Blow.class, blows, other.blows),
                31 * print + other.print);
    }

    private static <E extends Enum<E>> Map<E, Integer> sum(
            Class<E> type, Map<E, Integer> one, Map<E, Integer> other) {
        Map<E, Integer> sum = new EnumMap<>(type);
        sum.putAll(one);
        other.forEach((key, count) -> sum.merge(key, count, Integer::sum));
        return sum;
    }
}
