package io.paymentsengine.payment.application;

import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// Answers a tenant that has too many payments on their way. A repeat gets its answer as ever; nothing is
/// stored, and none of this takes a place among the requests that wait to be accepted, which are of all
/// tenants.
@Service
class TurnAway {

    private final FindPayments findPayments;

    TurnAway(FindPayments findPayments) {
        this.findPayments = findPayments;
    }

    /// The outcomes, in the same order.
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
