package io.paymentsengine.validation.domain;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
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

/// Names and accounts that must not be paid without a review. Names are found as whole words in the
/// reference, whatever their case, accents and punctuation; accounts by id and by IBAN.
public final class ScreeningList {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String COMMENT = "#";

    private final Set<AccountReference> accounts = new HashSet<>();
    private final Map<String, Set<List<String>>> namesByFirstWord = new HashMap<>();

    /// @param entries names and account references, one each; blank ones and `#` comments are left out
    public ScreeningList(Collection<String> entries) {
        entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty() && !entry.startsWith(COMMENT))
                .forEach(this::enter);
    }

    /// Whether anything of a payment is on the list.
    ///
    /// @param resolved the accounts that its references have turned out to mean
    boolean hits(Payment payment, Collection<AccountId> resolved) {
        return Stream.concat(
                                Stream.of(payment.debtor(), payment.creditor()),
                                resolved.stream().map(AccountReference::to))
                        .anyMatch(accounts::contains)
                || hasName(words(payment.reference()));
    }

    private void enter(String entry) {
        try {
            accounts.add(new AccountReference(entry));
        } catch (IllegalArgumentException name) {
            List<String> words = words(entry);
            if (words.isEmpty()) {
                throw new IllegalArgumentException(
                        "'%s' on the screening list has no word in it".formatted(entry), name);
            }
            namesByFirstWord.computeIfAbsent(words.getFirst(), _ -> new HashSet<>()).add(words);
        }
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
