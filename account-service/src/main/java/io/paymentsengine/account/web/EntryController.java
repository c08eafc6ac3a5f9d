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
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.web.Amount;
import io.paymentsengine.platform.web.IdempotencyKey;
import io.paymentsengine.platform.web.PageQuery;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows what was booked on an account, and lets money enter.
@RestController
@RequestMapping(AccountController.PATH + "/{id}")
class EntryController {

    private final ListEntries listEntries;
    private final FindBalance findBalance;
    private final DepositMoney depositMoney;
    private final Clock clock;

    EntryController(
            ListEntries listEntries,
            FindBalance findBalance,
            DepositMoney depositMoney,
            Clock clock) {
        this.listEntries = listEntries;
        this.findBalance = findBalance;
        this.depositMoney = depositMoney;
        this.clock = clock;
    }

    /// Newest first.
    @GetMapping("/entries")
    ResponseEntity<?> list(
            TenantId tenant,
            @PathVariable AccountId id,
            PageQuery page,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to) {
        Range range = new Range(from, to, page.after(EntryController::position));
        Optional<List<Line>> rows =
                listEntries.list(new AccountKey(tenant, id), range, page.rows());
        return rows.isEmpty()
                ? AccountProblems.notFound().response()
                : page.answer(rows.get(), EntryController::position, EntryView::of);
    }

    /// At a time that is just passing, transfers under way may still be missing.
    @GetMapping("/balance")
    ResponseEntity<?> balance(
            TenantId tenant, @PathVariable AccountId id, @RequestParam Optional<Instant> at) {
        Instant time = at.orElseGet(clock::instant);
        Optional<Money> balance = findBalance.find(new AccountKey(tenant, id), time);
        return balance.isEmpty()
                ? AccountProblems.notFound().response()
                : ResponseEntity.ok(new BalanceView(Amount.of(balance.get()), time));
    }

    /// Without an `Idempotency-Key`, a repeated request is another deposit.
    @PostMapping("/deposits")
    ResponseEntity<?> deposit(
            TenantId tenant,
            @PathVariable AccountId id,
            Optional<IdempotencyKey> key,
            @Valid @RequestBody DepositRequest body) {
        DepositMoney.Deposit deposit =
                new DepositMoney.Deposit(
                        new AccountKey(tenant, id),
                        body.amount().toMoney(),
                        key.map(IdempotencyKey::value));
        return switch (depositMoney.deposit(deposit)) {
            case DepositMoney.Outcome.Deposited(Line line) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(EntryView.of(line));
            case DepositMoney.Outcome.Repeated(Line line) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .header(IdempotencyKey.REPLAYED, "true")
                            .body(EntryView.of(line));
            case DepositMoney.Outcome.KeyTaken() -> AccountProblems.keyTaken().response();
            case DepositMoney.Outcome.Refused(Refusal refusal) ->
                    AccountProblems.of(refusal).response();
        };
    }

    private static String position(Line line) {
        return line.at().toEpochMilli() + " " + line.entry().sequence();
    }

    private static Position position(String text) {
        String[] parts = text.split(" ", 2);
        return new Position(
                Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
    }
}
