package io.paymentsengine.payment.application;

import io.paymentsengine.payment.domain.Payment;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Waits for payments to end. A notification makes it quick, and one from this replica carries the ended
/// payment. Without notifications it reads the payment by itself, so a lost notification costs only time. The
/// interval between reads grows, because payments take long when the suite already has enough to do.
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

    /// Prepares to wait for a payment. Anything that happens from now on can't be missed.
    Wait of(PaymentKey payment) {
        return new Wait(watches.watchEnd(payment));
    }

    /// One request that waits. If too many requests wait already, it does not wait at all.
    final class Wait implements AutoCloseable {

        private final Optional<Watch> place;

        private Wait(Optional<Watch> place) {
            this.place = place;
        }

        /// Whether this request really waits.
        boolean hasPlace() {
            return place.isPresent();
        }

        /// Returns the payment as it is now, or the given one if it can't be read. The payment has been
        /// accepted: a failed read must not make its client believe otherwise.
        Payment look(Payment payment) {
            try {
                return findPayments.find(payment.tenant(), payment.id()).orElse(payment);
            } catch (RuntimeException unseen) {
                LOG.debug("Payment {} can't be seen now", payment.id(), unseen);
                return payment;
            }
        }

        /// Returns the payment once it has ended, or as it is when the client's wait time is over.
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
