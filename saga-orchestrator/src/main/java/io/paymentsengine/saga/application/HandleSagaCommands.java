package io.paymentsengine.saga.application;

import io.paymentsengine.contracts.SagaCommand;
import io.paymentsengine.contracts.SagaCommand.CancelPayment;
import io.paymentsengine.contracts.SagaCommand.StartPayment;
import io.paymentsengine.platform.messaging.Received;
import io.paymentsengine.saga.domain.Input;
import io.paymentsengine.saga.domain.Payment;
import io.paymentsengine.saga.domain.SagaKey;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Handles commands that start or cancel payments. Commands may be repeated and arrive in any
/// order.
@Service
public class HandleSagaCommands {

    private final Batches batches;

    HandleSagaCommands(Batches batches) {
        this.batches = batches;
    }

    public void handle(List<Received<SagaCommand>> commands) {
        Batch batch = batches.open(commands.stream().map(HandleSagaCommands::keyOf).toList());
        commands.forEach(command -> handle(command, batch));
        batches.write(batch);
    }

    private static void handle(Received<SagaCommand> received, Batch batch) {
        SagaKey key = keyOf(received);
        Optional<String> trace = Optional.ofNullable(received.traceParent());
        boolean known = batch.find(key).isPresent();
        SagaCommand command = received.message();
        switch (command) {
            case StartPayment _ when known ->
                    batch.advance(key, new Input.Started(), Causes.of(command));
            case StartPayment start ->
                    batch.start(key, paymentOf(start), trace, Causes.of(command));
            case CancelPayment _ when known ->
                    batch.advance(key, new Input.CancelRequested(), Causes.of(command));
            case CancelPayment _ -> batch.cancelUnstarted(key, trace, Causes.of(command));
        }
    }

    private static Payment paymentOf(StartPayment start) {
        return new Payment(
                start.debtor(),
                start.creditor(),
                start.amount(),
                start.reference(),
                start.requestedAt());
    }

    private static SagaKey keyOf(Received<SagaCommand> received) {
        return new SagaKey(received.tenant(), received.message().paymentId());
    }
}
