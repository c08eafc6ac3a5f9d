package io.paymentsengine.suite.journeys;

import static io.paymentsengine.suite.journeys.Sums.eur;

import io.paymentsengine.suite.client.Account;
import io.paymentsengine.suite.client.Entry;
import io.paymentsengine.suite.client.NewAccount;
import io.paymentsengine.suite.client.PaymentOrder;
import io.paymentsengine.suite.client.Tenant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Data of one tenant that no other may see. A stranger is told the first three, to try what they
/// are good for.
///
/// @param account an account's id
/// @param iban the IBAN that the account carries
/// @param payment a payment's id
/// @param text the account's name and the payment's reference
/// @param creditor the id of the account that was paid
/// @param deposit the id of a transfer
record Secrets(
        String account, String iban, String payment, String text, String creditor, String deposit) {

    /// Makes some, all of which its owner can see.
    static Secrets of(Tenant owner) {
        String iban = Ibans.dutch();
        String text = "Secret " + UUID.randomUUID();
        Account account = owner.opens(NewAccount.in("EUR").withIban(iban).named(text));
        owner.deposits(account, eur("10.00"));
        Entry deposit = owner.entries(account).getFirst();
        String creditor = owner.opens("EUR").id();
        PaymentOrder order = PaymentOrder.of(account.id(), creditor, eur("1.00"));
        String payment = owner.pays(order.referring(text)).id();
        return new Secrets(account.id(), iban, payment, text, creditor, deposit.transferId());
    }

    /// What an answer must not have in it. The account and its IBAN are no longer among it: strangers
    /// find them in the payments that they themselves tried to make with them.
    ///
    /// @param said in the request, which an answer may repeat
    List<String> hidden(String said) {
        return Stream.of(payment, text, creditor, deposit)
                .filter(secret -> !said.contains(secret))
                .toList();
    }
}
