package io.paymentsengine.platform.web;

import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.telemetry.LogContext;
import io.paymentsengine.platform.tenancy.Scopes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One operation of each kind that the services have.
@RestController
@RequestMapping("/api/v1/things")
class DoorController {

    enum Kind {
        ROUND,
        SQUARE
    }

    record Part(@NotNull @PlainText(min = 1, max = 3) String name) {}

    record Thing(
            @NotNull AccountReference account,
            @NotNull @PositiveAmount Amount amount,
            @NotNull @PlainText(max = 140) String reference,
            @Nullable Integer count,
            @Nullable Kind kind,
            @Nullable Boolean heavy,
            @Nullable Instant at,
            @Nullable @Valid List<Part> parts,
            @Nullable Map<String, String> labels) {}

    record Made(TenantId tenant, String key, Thing thing, long waitSeconds) {}

    @PostMapping
    ResponseEntity<Made> make(
            TenantId tenant,
            IdempotencyKey key,
            PreferredWait wait,
            @Valid @RequestBody Thing thing) {
        return ResponseEntity.created(URI.create("/api/v1/things/1"))
                .header(PreferredWait.APPLIED_HEADER, wait.applied())
                .body(new Made(tenant, key.value(), thing, wait.atMost().toSeconds()));
    }

    @GetMapping
    ResponseEntity<Page<String>> list(
            TenantId tenant,
            PageQuery page,
            @RequestParam Optional<Kind> kind,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable @PlainText(max = 5) String name) {
        int start = page.after(Integer::valueOf).orElse(0);
        List<Integer> rows =
                IntStream.rangeClosed(start + 1, 5).limit(page.rows()).boxed().toList();
        return page.answer(rows, String::valueOf, row -> tenant + "/" + row);
    }

    @GetMapping("/{id}")
    PaymentId one(@PathVariable PaymentId id) {
        return id;
    }

    @GetMapping("/keys")
    String key(Optional<IdempotencyKey> asked, @Nullable IdempotencyKey same) {
        return asked.map(IdempotencyKey::value).orElse("none") + (same == null);
    }

    @GetMapping("/later")
    Callable<Map<String, String>> later(TenantId tenant) {
        return () -> Map.of("tenant", tenant.value());
    }

    @GetMapping("/logged")
    Map<String, String> logged() {
        return Map.of("tenant", MDC.get(LogContext.TENANT), "trace", MDC.get(LogContext.TRACE));
    }

    @GetMapping("/scope")
    String scope() {
        return Scopes.current();
    }

    @GetMapping("/bug")
    String bug() {
        throw new IllegalArgumentException("secret of the house");
    }

    @GetMapping("/away")
    String away() {
        throw new DataAccessResourceFailureException("secret of the house");
    }

    @RequestMapping(
            path = "/away",
            method = {RequestMethod.POST, RequestMethod.PUT})
    String awayMeanwhile() {
        throw new DataAccessResourceFailureException("secret of the house");
    }

    @PostMapping("/away-once")
    String awayMeanwhile(@Nullable IdempotencyKey key) {
        throw new DataAccessResourceFailureException("secret of the house", null);
    }

    @GetMapping("/cut")
    String cut() {
        throw new CannotCreateTransactionException(
                "secret of the house", new SQLException("I/O", "08006", new EOFException()));
    }

    @GetMapping("/reset")
    String reset() {
        throw new IllegalStateException(new IOException("Connection reset by peer"));
    }

    @GetMapping("/refused")
    ResponseEntity<?> refused() {
        return Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED, "It was another amount.").response();
    }

    @GetMapping("/read")
    Integer read(@RequestParam String number) {
        return InputError.reading("/number", () -> Integer.valueOf(number));
    }
}
