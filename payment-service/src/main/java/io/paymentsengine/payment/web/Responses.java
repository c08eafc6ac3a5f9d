package io.paymentsengine.payment.web;

import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.web.Problem;
import io.paymentsengine.platform.web.ProblemException;
import io.paymentsengine.platform.web.ProblemType;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Responses that the controllers of this service have in common.
final class Responses {

    static final String PAYMENTS = "/api/v1/payments";

    static final Problem KEY_TAKEN =
            Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "The key was used for a payment that is not this one. A new payment needs a new key.");

    static final Problem IN_FLIGHT =
            Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT,
                    "The first request with this key is not answered yet. Ask again with the same key.");

    static final Problem CONGESTED =
            Problem.of(
                    new ProblemType(
                            "too-many-open-payments",
                            "Too many payments of the tenant have not ended",
                            429),
                    "This request stored nothing. Try it again when some of them have ended.");

    private Responses() {}

    /// Starts a response whose `Location` header points to the payment.
    static ResponseEntity.BodyBuilder leadingTo(Payment payment) {
        return ResponseEntity.status(statusOf(payment))
                .location(URI.create(PAYMENTS + "/" + payment.id()));
    }

    /// 201 if the payment has ended, 202 if it has not.
    static int statusOf(Payment payment) {
        HttpStatus status =
                payment instanceof Payment.Ended ? HttpStatus.CREATED : HttpStatus.ACCEPTED;
        return status.value();
    }

    static ProblemException noSuchPayment() {
        return Problem.notFound("There is no such payment.").exception();
    }
}
