package io.paymentsengine.account.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.paymentsengine.account.domain.Transfer;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.telemetry.MeterNames;
import io.paymentsengine.platform.telemetry.TenantTags;
import io.paymentsengine.platform.transactions.AfterCommit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Counts transfers by tenant once their transaction has committed, because only then are they
/// booked.
@Component
class TransferMeter {

    private final MeterRegistry meters;
    private final TenantTags tags;

    TransferMeter(MeterRegistry meters, TenantTags tags) {
        this.meters = meters;
        this.tags = tags;
    }

    void count(List<Transfer> transfers) {
        Map<TenantId, Long> counts =
                transfers.stream()
                        .map(transfer -> transfer.debit().account().tenant())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        AfterCommit.run(
                () ->
                        counts.forEach(
                                (tenant, count) ->
                                        meters.counter(MeterNames.TRANSFERS, tags.of(tenant))
                                                .increment(count)));
    }
}
