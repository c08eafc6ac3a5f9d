package io.paymentsengine.payment.web;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.FindPayments;
import io.paymentsengine.payment.application.PaymentQuery;
import io.paymentsengine.payment.application.RequestPayment;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.application.RequestPayment.Request;
import io.paymentsengine.payment.domain.Payment;
import io.paymentsengine.platform.web.IdempotencyKey;
import io.paymentsengine.platform.web.Page;
import io.paymentsengine.platform.web.PageQuery;
import io.paymentsengine.platform.web.PreferredWait;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Requests, reads and lists payments.
@RestController
@RequestMapping(Responses.PAYMENTS)
class PaymentController {

    private final RequestPayment requestPayment;
    private final FindPayments findPayments;

    PaymentController(RequestPayment requestPayment, FindPayments findPayments) {
        this.requestPayment = requestPayment;
        this.findPayments = findPayments;
    }

    @PostMapping
    @ApiResponse(
            responseCode = "202",
            description = "Accepted",
            useReturnTypeSchema = true,
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "The address of the resource",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @ApiResponse(
            responseCode = "201",
            description = "Ended",
            useReturnTypeSchema = true,
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "The address of the resource",
                            schema = @Schema(type = "string", format = "uri-reference")))
    @ApiResponse(responseCode = "409", description = "In flight")
    @ApiResponse(responseCode = "422", description = "Key taken")
    @ApiResponse(responseCode = "429", description = "Too many payments have not ended")
    ResponseEntity<PaymentView> request(
            TenantId tenant,
            @Nullable IdempotencyKey key,
            PreferredWait wait,
            @Valid @RequestBody PaymentRequest body) {
        Request request =
                new Request(
                        tenant,
                        Optional.ofNullable(key).map(IdempotencyKey::value),
                        body.transfer(""),
                        wait.atMost());
        return switch (requestPayment.request(request)) {
            case Outcome.Accepted(var payment, var waited) ->
                    answer(payment, waited, wait).body(PaymentView.of(payment));
            case Outcome.Repeated(var payment, var waited) ->
                    answer(payment, waited, wait)
                            .header(IdempotencyKey.REPLAYED, "true")
                            .body(PaymentView.of(payment));
            case Outcome.KeyTaken _ -> throw Responses.KEY_TAKEN.exception();
            case Outcome.InFlight _ -> throw Responses.IN_FLIGHT.exception();
            case Outcome.Congested _ -> throw Responses.CONGESTED.exception();
        };
    }

    @GetMapping("/{paymentId}")
    PaymentView find(TenantId tenant, @PathVariable PaymentId paymentId) {
        return findPayments
                .find(tenant, paymentId)
                .map(PaymentView::of)
                .orElseThrow(Responses::noSuchPayment);
    }

    @GetMapping
    ResponseEntity<Page<PaymentView>> list(
            TenantId tenant,
            @RequestParam Optional<Payment.Status> status,
            @RequestParam Optional<AccountReference> account,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            PageQuery page) {
        PaymentQuery query =
                new PaymentQuery(
                        tenant, status, account, from, to, page.after(PaymentId::of), page.rows());
        return page.answer(
                findPayments.list(query), payment -> payment.id().toString(), PaymentView::of);
    }

    private static ResponseEntity.BodyBuilder answer(
            Payment payment, boolean waited, PreferredWait wait) {
        ResponseEntity.BodyBuilder answer = Responses.leadingTo(payment);
        return waited ? answer.header(PreferredWait.APPLIED_HEADER, wait.applied()) : answer;
    }
}
