package io.paymentsengine.simulation.stores;

import io.paymentsengine.account.application.Statements;
import io.paymentsengine.account.domain.AccountKey;
import io.paymentsengine.account.domain.Transfer;
import io.paymentsengine.account.domain.Transfer.Cause;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.simulation.fate.Breach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Statements, as far as deposits need them.
public final class MemoryStatements implements Statements {

    private final MemoryLedgers ledgers;
    private final Set<Breach> breaches;

    public MemoryStatements(MemoryLedgers ledgers, Set<Breach> breaches) {
        this.ledgers = ledgers;
        this.breaches = breaches;
    }

    @Override
    public List<Line> read(AccountKey account, Range range, int rows) {
        throw new UnsupportedOperationException("not used by the simulation");
    }

    @Override
    public Optional<Line> find(AccountKey account, Deposited deposited) {
        return ledgers.transfers().stream()
                .filter(transfer -> transfer.id().equals(deposited.transfer()))
                .filter(transfer -> transfer.credit().account().equals(account))
                .map(
                        transfer ->
                                new Line(
                                        transfer.credit(),
                                        transfer.id(),
                                        Optional.empty(),
                                        transfer.at()))
                .findFirst();
    }

    @Override
    public Optional<Money> balanceAt(AccountKey account, Instant at) {
        throw new UnsupportedOperationException("not used by the simulation");
    }

    @Override
    public Optional<Deposited> claim(TenantId tenant, String depositKey) {
        return ledgers.transfers().stream()
                .filter(_ -> !breaches.contains(Breach.DEPOSITS_FORGOTTEN))
                .filter(transfer -> transfer.debit().account().tenant().equals(tenant))
                .filter(transfer -> isDeposit(transfer, depositKey))
                .map(transfer -> new Deposited(transfer.id(), transfer.at()))
                .findFirst();
    }

    private static boolean isDeposit(Transfer transfer, String depositKey) {
        return transfer.cause() instanceof Cause.Deposit(var key)
                && key.filter(depositKey::equals).isPresent();
    }
}
