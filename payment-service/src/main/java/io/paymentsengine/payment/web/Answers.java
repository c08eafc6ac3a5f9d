package io.paymentsengine.payment.web;

import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.web.Problem;
import io.paymentsengine.platform.web.ProblemException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// How the doors of this service answer alike.
final class Answers {

    static final String PAYMENTS = "/api/v1/payments";

    /// How OpenAPI says that an answer is a problem detail.
    static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

    private Answers() {}

    /// An answer that leads to the payment: 201 where it is final, 202 where it is not.
    static ResponseEntity.BodyBuilder leadingTo(Payment payment) {
        HttpStatus status =
                payment instanceof Payment.Ended ? HttpStatus.CREATED : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status).location(URI.create(PAYMENTS + "/" + payment.id()));
    }

    static ProblemException noSuchPayment() {
        return Problem.notFound("There is no such payment.").exception();
    }
}
