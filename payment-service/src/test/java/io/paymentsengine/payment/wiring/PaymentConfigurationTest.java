package io.paymentsengine.payment.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.paymentsengine.payment.application.NewPayment;
import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.payment.testing.Samples;
import io.paymentsengine.platform.batching.GroupCommit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class PaymentConfigurationTest {

    private final List<Object> events = new CopyOnWriteArrayList<>();

    @Test
    void a_writer_that_broke_makes_the_process_unfit_to_live() {
        try (var writer =
                writer(
                        _ -> {
                            throw new LinkageError("another version");
                        })) {
            assertThatThrownBy(() -> writer.submitAll(List.of(payment())).getFirst())
                    .hasRootCauseMessage("another version");
        }

        assertThat(events)
                .singleElement(type(AvailabilityChangeEvent.class))
                .extracting(event -> event.getState())
                .isEqualTo(LivenessState.BROKEN);
    }

    @Test
    void a_group_that_failed_does_not() {
        try (var writer =
                writer(
                        _ -> {
                            throw new IllegalStateException("the store is away");
                        })) {
            assertThatThrownBy(() -> writer.submitAll(List.of(payment())).getFirst())
                    .hasMessage("the store is away");
        }

        assertThat(events).isEmpty();
    }

    private GroupCommit<NewPayment, Outcome> writer(
            Function<List<NewPayment>, List<Outcome>> accept) {
        return PaymentConfiguration.writer(accept, defaults(), events::add);
    }

    private static PaymentProperties defaults() {
        return Binder.get(new MockEnvironment())
                .bindOrCreate("payments.payment", PaymentProperties.class);
    }

    private static NewPayment payment() {
        return new NewPayment(Samples.payment(), Optional.empty(), Optional.empty());
    }
}
