package io.paymentsengine.contracts.vocabulary;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A valid International Bank Account Number (ISO 13616): in capitals, without spaces, of the
/// length registered for its country, and with correct check digits (ISO 7064, MOD 97-10).
public record Iban(String value) {

    /// From the IBAN registry: country code and total length.
    private static final String REGISTRY =
            """
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27
            DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28
            IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22
            MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24
            SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
            """;

    private static final Map<String, Integer> LENGTH_BY_COUNTRY =
            Pattern.compile("\\s+")
                    .splitAsStream(REGISTRY.strip())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    entry -> entry.substring(0, 2),
                                    entry -> Integer.valueOf(entry.substring(2))));

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int COUNTRY = 2;
    private static final int COUNTRY_AND_CHECK_DIGITS = 4;

    public Iban {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must be an IBAN in capitals and without spaces");
        }
        if (!hasItsCountrysLength(value)) {
            throw new IllegalArgumentException("must be an IBAN of the length of its country");
        }
        if (!numberOf(value).mod(MODULUS).equals(BigInteger.ONE)) {
            throw new IllegalArgumentException("must be an IBAN whose check digits hold");
        }
    }

    /// Whether the text is a valid IBAN.
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches()
                && hasItsCountrysLength(text)
                && numberOf(text).mod(MODULUS).equals(BigInteger.ONE);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean hasItsCountrysLength(String text) {
        Integer length = LENGTH_BY_COUNTRY.get(text.substring(0, COUNTRY));
        return length != null && length == text.length();
    }

    /// Moves the country code and check digits to the end and turns each letter into a number of
    /// two digits.
    private static BigInteger numberOf(String text) {
        String turned =
                text.substring(COUNTRY_AND_CHECK_DIGITS)
                        + text.substring(0, COUNTRY_AND_CHECK_DIGITS);
        return new BigInteger(
                turned.chars()
                        .map(sign -> Character.digit(sign, Character.MAX_RADIX))
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining()));
    }
}
