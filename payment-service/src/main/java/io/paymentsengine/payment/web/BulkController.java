package io.paymentsengine.payment.web;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.RequestPayment;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Requests many payments at once. The response is 200 once everything that it reports is on disk, and it
/// states the outcome of each payment. After any other response, or none, the whole request can safely be sent
/// again.
@RestController
@RequestMapping(Responses.PAYMENTS + "/bulk")
class BulkController {

    private final RequestPayment requestPayment;

    BulkController(RequestPayment requestPayment) {
        this.requestPayment = requestPayment;
    }

    @PostMapping
    BulkView request(TenantId tenant, @Valid @RequestBody BulkRequest body) {
        return BulkView.of(body, requestPayment.requestAll(body.toRequests(tenant)));
    }

    /// Without this handler, `bulk` would be taken for the id of a payment.
    @Hidden
    @GetMapping
    void refuse() throws HttpRequestMethodNotSupportedException {
        throw new HttpRequestMethodNotSupportedException("GET", List.of("POST"));
    }
}
