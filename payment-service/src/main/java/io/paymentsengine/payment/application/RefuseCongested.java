package io.paymentsengine.payment.application;

import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// Answers requests of a tenant that has too many payments in flight or waiting to be accepted. A repeat gets
/// its usual answer. Nothing is stored, and none of the requests takes a slot in the [AcceptQueue], which all
/// tenants share.
@Service
class RefuseCongested {

    private final FindPayments findPayments;

    RefuseCongested(FindPayments findPayments) {
        this.findPayments = findPayments;
    }

    /// Returns the outcomes, in the same order.
    List<Outcome> answer(List<NewPayment> requested) {
        Set<RequestKey> keys =
                requested.stream()
                        .flatMap(each -> each.requestKey().stream())
                        .collect(Collectors.toSet());
        Map<RequestKey, Payment.Accepted> earlier =
                keys.isEmpty() ? Map.of() : findPayments.findByRequestKeys(keys);
        return requested.stream().map(each -> answer(each, earlier)).toList();
    }

    private static Outcome answer(NewPayment requested, Map<RequestKey, Payment.Accepted> earlier) {
        return requested
                .requestKey()
                .flatMap(key -> Optional.ofNullable(earlier.get(key)))
                .map(requested::repeats)
                .orElseGet(() -> new Outcome.Congested(requested.payment().tenant()));
    }
}
