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

/// Data of one tenant that no other tenant may see. A stranger is given the first three values, to try what
/// can be done with them.
///
/// @param account an account's id
/// @param iban the account's IBAN
/// @param payment a payment's id
/// @param text the account's name and the payment's reference
/// @param creditor the id of the account that was paid
/// @param deposit the id of a transfer
record Secrets(
        String account, String iban, String payment, String text, String creditor, String deposit) {

    /// Creates the data, all of which the owner can see.
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

    /// What an answer must not contain. The account and its IBAN are not included, because strangers also
    /// find them in payments that they themselves attempted with them.
    ///
    /// @param said the content of the request, which an answer may repeat
    List<String> hidden(String said) {
        return Stream.of(payment, text, creditor, deposit)
                .filter(secret -> !said.contains(secret))
                .toList();
    }
}
