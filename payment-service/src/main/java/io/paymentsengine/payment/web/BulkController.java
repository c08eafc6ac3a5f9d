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

/// Many payments with one request. The answer is 200 once all that it says is on disk, and says of each
/// payment what came of it. After any other answer, or none, sending all of it again is safe.
@RestController
@RequestMapping(Answers.PAYMENTS + "/bulk")
class BulkController {

    private final RequestPayment requestPayment;

    BulkController(RequestPayment requestPayment) {
        this.requestPayment = requestPayment;
    }

    @PostMapping
    BulkView request(TenantId tenant, @Valid @RequestBody BulkRequest body) {
        return BulkView.of(body, requestPayment.requestAll(body.toRequests(tenant)));
    }

    /// Without this, `bulk` would be taken for the id of a payment that is asked for.
    @Hidden
    @GetMapping
    void refuse() throws HttpRequestMethodNotSupportedException {
        throw new HttpRequestMethodNotSupportedException("GET", List.of("POST"));
    }
}
