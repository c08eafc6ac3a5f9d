package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Iban;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names and accounts that must not be paid without a review. Names are found as whole words in the reference,
/// regardless of case, accents and punctuation. Accounts are found by id and by IBAN, whichever the payment
/// uses.
public final class ScreeningList {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LIKE_AN_IBAN =
            Pattern.compile("[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?");
    private static final Pattern ACCOUNT_ID =
            Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String COMMENT = "#";

    private final Set<AccountReference> accounts = new HashSet<>();
    private final Map<String, Set<List<String>>> namesByFirstWord = new HashMap<>();

    /// @param entries one name, account id or IBAN each; IBANs may be printed in groups of four. Blank entries
    ///     and `#` comments are skipped
    /// @throws IllegalArgumentException if an entry could never be found: it contains no word, or is an IBAN
    ///     with a mistake
    public ScreeningList(Collection<String> entries) {
        entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty() && !entry.startsWith(COMMENT))
                .forEach(this::enter);
    }

    /// Whether anything about a payment is on the list.
    ///
    /// @param resolved the accounts that its references resolve to
    boolean hits(Payment payment, Stream<Account> resolved) {
        return Stream.concat(
                                Stream.of(payment.debtor(), payment.creditor()),
                                resolved.flatMap(Account::names))
                        .anyMatch(accounts::contains)
                || hasName(words(payment.reference()));
    }

    private void enter(String entry) {
        String capitals = entry.toUpperCase(Locale.ROOT);
        if (LIKE_AN_IBAN.matcher(capitals).matches()) {
            accounts.add(new AccountReference(ibanOf(entry, capitals.replace(" ", ""))));
        } else if (ACCOUNT_ID.matcher(entry).matches()) {
            accounts.add(new AccountReference(entry.toLowerCase(Locale.ROOT)));
        } else {
            enterName(entry);
        }
    }

    private void enterName(String entry) {
        List<String> words = words(entry);
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' on the screening list has no word in it".formatted(entry));
        }
        namesByFirstWord.computeIfAbsent(words.getFirst(), _ -> new HashSet<>()).add(words);
    }

    private static String ibanOf(String entry, String compact) {
        if (!Iban.isValid(compact)) {
            throw new IllegalArgumentException(
                    "'%s' on the screening list looks like an IBAN, and its length or its check digits are wrong"
                            .formatted(entry));
        }
        return compact;
    }

    private boolean hasName(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            List<String> rest = words.subList(at, words.size());
            if (namesByFirstWord.getOrDefault(rest.getFirst(), Set.of()).stream()
                    .anyMatch(name -> startsWith(rest, name))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(List<String> words, List<String> name) {
        return words.size() >= name.size() && words.subList(0, name.size()).equals(name);
    }

    private static List<String> words(String text) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN_WORDS
                .splitAsStream(plain.toUpperCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
