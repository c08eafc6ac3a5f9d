package io.paymentsengine.validation.web;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.web.Problem;
import io.paymentsengine.platform.web.ProblemType;
import io.paymentsengine.validation.application.FindDecision;
import io.paymentsengine.validation.application.PreviewValidation;
import io.paymentsengine.validation.domain.Decision;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Shows decisions, and previews what they would be.
@RestController
@RequestMapping("/api/v1/validations")
class ValidationController {

    private final PreviewValidation previewValidation;
    private final FindDecision findDecision;

    ValidationController(PreviewValidation previewValidation, FindDecision findDecision) {
        this.previewValidation = previewValidation;
        this.findDecision = findDecision;
    }

    /// A dry run: all rules are applied, and nothing is stored or counted.
    @PostMapping
    VerdictView preview(TenantId tenant, @Valid @RequestBody ValidationRequest request) {
        return previewValidation
                .preview(tenant, request.toIntent())
                .map(VerdictView::ofPreview)
                .orElseThrow(
                        () ->
                                Problem.of(
                                                ProblemType.TEMPORARILY_UNAVAILABLE,
                                                "account-service does not have this tenant in its registry yet.")
                                        .exception());
    }

    @GetMapping("/{paymentId}")
    VerdictView find(TenantId tenant, @PathVariable PaymentId paymentId) {
        return findDecision
                .find(new Decision.Key(tenant, paymentId))
                .map(VerdictView::of)
                .orElseThrow(
                        () ->
                                Problem.notFound("No payment of this id was decided on.")
                                        .exception());
    }
}
