package io.paymentsengine.validation;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.platform.ids.Ids;
import java.time.Instant;

/// A command to validate a payment, as it appears on the wire.
record Command(
        String tenant,
        PaymentId payment,
        String debtor,
        String creditor,
        long minorUnits,
        String currency,
        String reference,
        Instant requestedAt) {

    /// EUR 1.00 between two accounts, without a reference.
    static Command of(String tenant, String debtor, String creditor) {
        return new Command(
                tenant, new PaymentId(Ids.next()), debtor, creditor, 100, "EUR", "", Instant.now());
    }

    /// A new payment between the same accounts.
    Command another() {
        return of(tenant, debtor, creditor);
    }

    Command amount(long units, String code) {
        return new Command(tenant, payment, debtor, creditor, units, code, reference, requestedAt);
    }

    Command reference(String text) {
        return new Command(
                tenant, payment, debtor, creditor, minorUnits, currency, text, requestedAt);
    }

    Command requestedAt(Instant time) {
        return new Command(
                tenant, payment, debtor, creditor, minorUnits, currency, reference, time);
    }

    Command forTenant(String other) {
        return new Command(
                other, payment, debtor, creditor, minorUnits, currency, reference, requestedAt);
    }

    String json() {
        return """
        {"paymentId": "%s", "debtor": "%s", "creditor": "%s",
         "amount": {"minorUnits": %d, "currency": "%s"},
         "reference": "%s", "requestedAt": "%s"}
        """
                .formatted(payment, debtor, creditor, minorUnits, currency, reference, requestedAt);
    }
}
