package io.paymentsengine.payment.web;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.CancelPayment;
import io.paymentsengine.payment.application.CancelPayment.Outcome;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.web.Problem;
import io.paymentsengine.platform.web.ProblemException;
import io.paymentsengine.platform.web.ProblemType;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Cancels payments.
@RestController
@RequestMapping(Responses.PAYMENTS)
class CancellationController {

    private static final ProblemType ENDED =
            new ProblemType("payment-has-ended", "The payment has ended", 409);

    private final CancelPayment cancelPayment;

    CancellationController(CancelPayment cancelPayment) {
        this.cancelPayment = cancelPayment;
    }

    @PostMapping("/{paymentId}/cancellation")
    @ApiResponse(
            responseCode = "202",
            description = "The cancellation was requested",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "Ended otherwise")
    ResponseEntity<PaymentView> cancel(TenantId tenant, @PathVariable PaymentId paymentId) {
        return switch (cancelPayment.cancel(tenant, paymentId)) {
            case Outcome.Requested(var payment) ->
                    ResponseEntity.accepted().body(PaymentView.of(payment));
            case Outcome.EndedOtherwise(var payment) -> throw hasEnded(payment);
            case Outcome.Unknown _ -> throw Responses.noSuchPayment();
        };
    }

    private static ProblemException hasEnded(Payment.Ended payment) {
        String how = payment.status().name().toLowerCase(Locale.ROOT);
        return Problem.of(ENDED, "The payment is %s already.".formatted(how)).exception();
    }
}
