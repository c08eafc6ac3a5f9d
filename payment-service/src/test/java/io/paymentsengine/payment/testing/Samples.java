package io.paymentsengine.payment.testing;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.payment.domain.Transfer;
import io.paymentsengine.platform.ids.Ids;

/// Values for tests that don't care which.
public final class Samples {

    public static final TenantId STD = new TenantId("STD-001");
    public static final TenantId NED = new TenantId("NED-001");

    private Samples() {}

    public static AccountReference account() {
        return AccountReference.to(new AccountId(Ids.next()));
    }

    public static Transfer transfer() {
        return new Transfer(account(), account(), Money.of(12_550, "EUR"), "rent");
    }

    public static Payment.Accepted payment() {
        return payment(STD);
    }

    public static Payment.Accepted payment(TenantId tenant) {
        return new Payment.Accepted(tenant, new PaymentId(Ids.next()), transfer());
    }
}
