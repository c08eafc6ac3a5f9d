package io.paymentsengine.account.web;

import io.paymentsengine.account.application.DepositMoney;
import io.paymentsengine.account.application.FindBalance;
import io.paymentsengine.account.application.ListEntries;
import io.paymentsengine.account.application.Statements.Line;
import io.paymentsengine.account.application.Statements.Position;
import io.paymentsengine.account.application.Statements.Range;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Refusal;
import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.web.IdempotencyKey;
import io.paymentsengine.platform.web.Page;
import io.paymentsengine.platform.web.PageQuery;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows what was booked on an account, and takes deposits.
@RestController
@RequestMapping(AccountController.PATH + "/{id}")
class EntryController {

    /// A time in milliseconds that PostgreSQL can store, and a sequence number.
    private static final Pattern POSITION = Pattern.compile("([0-9]{1,14}) ([0-9]{1,18})");

    private final ListEntries listEntries;
    private final FindBalance findBalance;
    private final DepositMoney depositMoney;

    EntryController(ListEntries listEntries, FindBalance findBalance, DepositMoney depositMoney) {
        this.listEntries = listEntries;
        this.findBalance = findBalance;
        this.depositMoney = depositMoney;
    }

    /// Lists entries, newest first.
    @GetMapping("/entries")
    ResponseEntity<Page<EntryView>> list(
            TenantId tenant,
            @PathVariable AccountId id,
            PageQuery page,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to) {
        Range range = new Range(from, to, page.after(EntryController::position));
        List<Line> rows =
                listEntries
                        .list(new AccountKey(tenant, id), range, page.rows())
                        .orElseThrow(() -> AccountProblems.notFound().exception());
        return page.answer(rows, EntryController::position, EntryView::of);
    }

    /// At a time that is just passing, transfers in flight may still be missing.
    @GetMapping("/balance")
    BalanceView balance(
            TenantId tenant, @PathVariable AccountId id, @RequestParam Optional<Instant> at) {
        return findBalance
                .find(new AccountKey(tenant, id), at)
                .map(BalanceView::of)
                .orElseThrow(() -> AccountProblems.notFound().exception());
    }

    /// Without an `Idempotency-Key`, a repeated request is another deposit.
    @PostMapping("/deposits")
    @ApiResponse(responseCode = "201", description = "Booked", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "The account's state does not allow it")
    @ApiResponse(responseCode = "422", description = "Key taken, or an amount that can't be booked")
    ResponseEntity<EntryView> deposit(
            TenantId tenant,
            @PathVariable AccountId id,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody DepositRequest body) {
        DepositMoney.Deposit deposit =
                new DepositMoney.Deposit(
                        new AccountKey(tenant, id),
                        body.amount().toMoney(),
                        Optional.ofNullable(key).map(IdempotencyKey::value));
        return switch (depositMoney.deposit(deposit)) {
            case DepositMoney.Outcome.Deposited(Line line) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(EntryView.of(line));
            case DepositMoney.Outcome.Repeated(Line line) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .header(IdempotencyKey.REPLAYED, "true")
                            .body(EntryView.of(line));
            case DepositMoney.Outcome.KeyTaken() -> throw AccountProblems.keyTaken().exception();
            case DepositMoney.Outcome.Refused(Refusal refusal) ->
                    throw AccountProblems.of(refusal).exception();
        };
    }

    private static String position(Line line) {
        return line.at().toEpochMilli() + " " + line.entry().sequence();
    }

    private static Position position(String text) {
        Matcher parts = POSITION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be the cursor of the page before, unchanged");
        }
        return new Position(
                Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                Long.parseLong(parts.group(2)));
    }
}
