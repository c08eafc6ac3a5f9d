package io.paymentsengine.saga.web;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.web.InputError;
import io.paymentsengine.platform.web.Page;
import io.paymentsengine.platform.web.PageQuery;
import io.paymentsengine.platform.web.Problem;
import io.paymentsengine.platform.web.ProblemException;
import io.paymentsengine.saga.application.FindSaga;
import io.paymentsengine.saga.application.FindSaga.Found;
import io.paymentsengine.saga.application.ListSagas;
import io.paymentsengine.saga.application.Sagas;
import io.paymentsengine.saga.domain.SagaKey;
import io.paymentsengine.saga.domain.Status;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows sagas.
@RestController
@RequestMapping("/api/v1/sagas")
class SagaController {

    private static final Duration AGE_MAX = Duration.ofDays(3650);

    /// The documented format. `Duration` accepts a few others.
    private static final String DURATION =
            "^P([0-9]{1,3}D(T[0-9]{1,4}H)?|T[0-9]{1,4}H([0-9]{1,4}M)?|T[0-9]{1,4}M([0-9]{1,4}S)?"
                    + "|T[0-9]{1,4}S)$";

    private static final String OLDER_THAN = "olderThan";

    private final ListSagas listSagas;
    private final FindSaga findSaga;
    private final Clock clock;

    SagaController(ListSagas listSagas, FindSaga findSaga, Clock clock) {
        this.listSagas = listSagas;
        this.findSaga = findSaga;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<Page<SagaView>> list(
            TenantId tenant,
            @RequestParam Optional<Status> state,
            @Parameter(
                            description = "An ISO 8601 duration since the payment was accepted",
                            example = "PT5M",
                            schema = @Schema(type = "string", pattern = DURATION))
                    @RequestParam(OLDER_THAN)
                    Optional<String> olderThan,
            PageQuery page) {
        Sagas.Query query =
                new Sagas.Query(
                        tenant,
                        state,
                        olderThan.map(this::acceptedBefore),
                        page.after(PaymentId::of),
                        page.rows());
        return page.answer(
                listSagas.list(query), saga -> saga.key().payment().toString(), SagaView::of);
    }

    @GetMapping("/{paymentId}")
    SagaView one(TenantId tenant, @PathVariable PaymentId paymentId) {
        Found found = find(new SagaKey(tenant, paymentId));
        return SagaView.of(found.saga(), found.journal());
    }

    @GetMapping("/{paymentId}/journal")
    JournalView journal(TenantId tenant, @PathVariable PaymentId paymentId) {
        return JournalView.of(find(new SagaKey(tenant, paymentId)).journal());
    }

    static ProblemException unknown(SagaKey key) {
        return Problem.notFound("There is no saga for payment " + key.payment() + ".").exception();
    }

    private Found find(SagaKey key) {
        return findSaga.find(key).orElseThrow(() -> unknown(key));
    }

    private Instant acceptedBefore(String age) {
        try {
            Duration duration = Duration.parse(age);
            if (!duration.isNegative() && duration.compareTo(AGE_MAX) <= 0) {
                return clock.instant().minus(duration);
            }
        } catch (DateTimeParseException malformed) {
            throw ageRefused();
        }
        throw ageRefused();
    }

    private static ProblemException ageRefused() {
        String message = "must be an ISO 8601 duration such as PT5M, at most ten years";
        return Problem.invalid(InputError.parameter(OLDER_THAN, message)).exception();
    }
}
