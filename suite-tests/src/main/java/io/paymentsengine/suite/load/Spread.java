package io.paymentsengine.suite.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/// Who pays whom.
enum Spread {
    /// Everybody pays anybody.
    UNIFORM,
    /// Few are in most payments: the share of the n-th is 1/n.
    ZIPF,
    /// One pays everybody.
    HOT_DEBTOR,
    /// Everybody pays one.
    HOT_CREDITOR;

    /// Whose order an account is drawn in.
    private static final int HOT = 0;

    record Pair(String debtor, String creditor) {}

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Draws pairs of different accounts, the same ones for the same seed.
    ///
    /// @throws IllegalArgumentException if there are no two
    Pairs over(List<String> accounts, long seed) {
        if (accounts.size() < 2) {
            throw new IllegalArgumentException("who is alone can't pay anybody");
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

    /// Zipf's law with exponent 1, by its inverted distribution function.
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
