package io.paymentsengine.suite.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/// How payments are distributed over accounts.
enum Spread {
    /// All accounts are equally likely.
    UNIFORM,
    /// A few accounts are in most payments: the n-th account is drawn with a frequency proportional to 1/n.
    ZIPF,
    /// One account pays all others.
    HOT_DEBTOR,
    /// All accounts pay one.
    HOT_CREDITOR;

    /// The index of the hot account.
    private static final int HOT = 0;

    record Pair(String debtor, String creditor) {}

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Draws pairs of different accounts; the same seed gives the same pairs.
    ///
    /// @throws IllegalArgumentException if there are fewer than two accounts
    Pairs over(List<String> accounts, long seed) {
        if (accounts.size() < 2) {
            throw new IllegalArgumentException("a payment needs two accounts");
        }
        SplittableRandom random = new SplittableRandom(seed);
        IntUnaryOperator any = random::nextInt;
        return switch (this) {
            case UNIFORM -> new Pairs(accounts, any, any);
            case ZIPF -> {
                IntUnaryOperator skewed = new Zipf(accounts.size(), random)::draw;
                yield new Pairs(accounts, skewed, skewed);
            }
            case HOT_DEBTOR -> new Pairs(accounts, _ -> HOT, any);
            case HOT_CREDITOR -> new Pairs(accounts, any, _ -> HOT);
        };
    }

    /// @param debtor draws an index below the number of accounts
    /// @param creditor draws an index below the number of accounts
    record Pairs(List<String> accounts, IntUnaryOperator debtor, IntUnaryOperator creditor) {

        synchronized Pair next() {
            int from = debtor.applyAsInt(accounts.size());
            int to = creditor.applyAsInt(accounts.size());
            while (to == from) {
                from = debtor.applyAsInt(accounts.size());
                to = creditor.applyAsInt(accounts.size());
            }
            return new Pair(accounts.get(from), accounts.get(to));
        }
    }

    /// Zipf's law with exponent 1, by inversion of its distribution function.
    private static final class Zipf {

        private final double[] upTo;
        private final SplittableRandom random;

        Zipf(int size, SplittableRandom random) {
            this.upTo = new double[size];
            this.random = random;
            double sum = 0;
            for (int rank = 0; rank < size; rank++) {
                sum += 1.0 / (rank + 1);
                upTo[rank] = sum;
            }
        }

        int draw(int size) {
            int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[size - 1]);
            return Math.min(found < 0 ? -found - 1 : found, size - 1);
        }
    }
}
