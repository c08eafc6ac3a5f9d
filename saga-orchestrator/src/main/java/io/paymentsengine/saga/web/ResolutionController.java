package io.paymentsengine.saga.web;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.web.Problem;
import io.paymentsengine.platform.web.ProblemType;
import io.paymentsengine.saga.application.ResolveSaga;
import io.paymentsengine.saga.application.ResolveSaga.Action;
import io.paymentsengine.saga.application.ResolveSaga.Outcome;
import io.paymentsengine.saga.domain.SagaKey;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lets operators intervene.
@RestController
@RequestMapping("/api/v1/sagas/{paymentId}")
@ApiResponse(
        responseCode = "202",
        description = "The intervention was applied",
        useReturnTypeSchema = true)
@ApiResponse(
        responseCode = "409",
        description = "The saga's state does not allow it",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(ref = "#/components/schemas/Problem")))
class ResolutionController {

    private static final ProblemType NOT_ALLOWED =
            new ProblemType("saga-state-conflict", "The saga's state does not allow it", 409);

    private final ResolveSaga resolveSaga;

    ResolutionController(ResolveSaga resolveSaga) {
        this.resolveSaga = resolveSaga;
    }

    /// Requests the current step again, as if for the first time.
    @PostMapping("/retry")
    ResponseEntity<SagaView> retry(
            TenantId tenant,
            @PathVariable PaymentId paymentId,
            @Valid @RequestBody InterventionRequest body) {
        return resolve(new SagaKey(tenant, paymentId), Action.RETRY, body);
    }

    /// Undoes the payment, which is possible until its settlement has been requested.
    @PostMapping("/compensate")
    ResponseEntity<SagaView> compensate(
            TenantId tenant,
            @PathVariable PaymentId paymentId,
            @Valid @RequestBody InterventionRequest body) {
        return resolve(new SagaKey(tenant, paymentId), Action.COMPENSATE, body);
    }

    private ResponseEntity<SagaView> resolve(SagaKey key, Action action, InterventionRequest body) {
        return switch (resolveSaga.resolve(key, action, body.toIntervention())) {
            case Outcome.Resolved(var saga) -> ResponseEntity.accepted().body(SagaView.of(saga));
            case Outcome.NotAllowed(var reason) ->
                    throw Problem.of(NOT_ALLOWED, "The intervention has " + reason + ".")
                            .exception();
            case Outcome.Unknown _ -> throw SagaController.unknown(key);
        };
    }
}
