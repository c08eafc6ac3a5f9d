package io.paymentsengine.suite.journeys;

import java.math.BigInteger;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// Generates IBANs (ISO 13616).
public final class Ibans {

    private static final BigInteger CHECK = BigInteger.valueOf(97);

    private Ibans() {}

    /// A Dutch IBAN with valid check digits.
    public static String dutch() {
        String bban = "PENG%010d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L));
        return "NL%02d%s".formatted(98 - remainder(bban + "NL00"), bban);
    }

    /// A Dutch IBAN with a typing error, so that its check digits are invalid.
    static String mistyped() {
        String right = dutch();
        char last = right.charAt(right.length() - 1);
        return right.substring(0, right.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }

    private static int remainder(String text) {
        StringBuilder digits = new StringBuilder();
        text.toUpperCase(Locale.ROOT)
                .chars()
                .forEach(sign -> digits.append(Character.digit(sign, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(CHECK).intValue();
    }
}
