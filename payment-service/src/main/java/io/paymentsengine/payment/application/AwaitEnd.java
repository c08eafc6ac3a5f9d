package io.paymentsengine.payment.application;

import io.paymentsengine.payment.domain.Payment;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Waits for the ends of payments. News make it quick, and those of this replica have the end with them;
/// without news it looks again by itself, so that a lost one costs time and nothing else. It does so ever more
/// seldom: payments that take long are those of a suite that has enough to do.
@Service
class AwaitEnd {

    private static final Logger LOG = LoggerFactory.getLogger(AwaitEnd.class);
    private static final Duration LOOK_FIRST = Duration.ofSeconds(1);
    private static final Duration LOOK_AT_LEAST = Duration.ofSeconds(4);

    private final Watches watches;
    private final FindPayments findPayments;

    AwaitEnd(Watches watches, FindPayments findPayments) {
        this.watches = watches;
        this.findPayments = findPayments;
    }

    /// Gets ready to wait for a payment: what happens from now on can't be missed.
    Wait of(PaymentKey payment) {
        return new Wait(watches.watchEnd(payment));
    }

    /// One request that waits. Where too many do already, it does not wait at all.
    final class Wait implements AutoCloseable {

        private final Optional<Watch> place;

        private Wait(Optional<Watch> place) {
            this.place = place;
        }

        /// Whether this really waits.
        boolean hasPlace() {
            return place.isPresent();
        }

        /// The payment as it is now, as far as it can be seen. It is accepted: whatever keeps a look from
        /// it must not have its client told otherwise.
        Payment look(Payment payment) {
            try {
                return findPayments.find(payment.tenant(), payment.id()).orElse(payment);
            } catch (RuntimeException unseen) {
                LOG.debug("Payment {} can't be seen now", payment.id(), unseen);
                return payment;
            }
        }

        /// Gives the payment as it is when it has ended or the client's patience has.
        Payment forEndOf(Payment payment, Duration patience) {
            return place.map(watch -> forEndOf(payment, watch, patience)).orElse(payment);
        }

        @Override
        public void close() {
            place.ifPresent(Watch::close);
        }

        private Payment forEndOf(Payment payment, Watch watch, Duration patience) {
            long started = System.nanoTime();
            Payment now = payment;
            Duration left = patience;
            Duration pause = LOOK_FIRST;
            while (!(now instanceof Payment.Ended) && left.isPositive() && !watch.isOver()) {
                watch.await(shorter(left, pause));
                pause = shorter(pause.multipliedBy(2), LOOK_AT_LEAST);
                now = end(payment, watch).orElseGet(() -> look(payment));
                left = patience.minusNanos(System.nanoTime() - started);
            }
            return now;
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }

        private static Optional<Payment> end(Payment payment, Watch watch) {
            return watch.end()
                    .filter(end -> end.tenant().equals(payment.tenant()))
                    .map(Payment.class::cast);
        }
    }
}
