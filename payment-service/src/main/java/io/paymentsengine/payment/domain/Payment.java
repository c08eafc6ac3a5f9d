package io.paymentsengine.payment.domain;

import io.paymentsengine.contracts.vocabulary.Moments;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;

/// One payment. The type is the state: only an accepted payment can still change.
public sealed interface Payment {

    TenantId tenant();

    PaymentId id();

    Transfer transfer();

    Status status();

    /// When the payment was accepted, to the millisecond. The id contains this time.
    default Instant createdAt() {
        return Moments.of(id());
    }

    /// Names of the states.
    enum Status {
        ACCEPTED,
        COMPLETED,
        REJECTED,
        CANCELLED
    }

    /// The payment is on disk and will end.
    record Accepted(TenantId tenant, PaymentId id, Transfer transfer) implements Payment {

        @Override
        public Status status() {
            return Status.ACCEPTED;
        }

        /// The money has moved.
        public Completed complete(Instant at) {
            return new Completed(this, at);
        }

        /// The payment was refused.
        public Rejected reject(RejectionReason reason, Instant at) {
            return new Rejected(this, reason, at);
        }

        /// The client cancelled the payment.
        public Cancelled cancel(Instant at) {
            return new Cancelled(this, at);
        }
    }

    /// The payment has ended. Its end never changes.
    sealed interface Ended extends Payment {

        /// The payment as it was accepted.
        Accepted request();

        Instant endedAt();

        /// Whether the other end has the same outcome. The times may differ.
        boolean agreesWith(Ended other);

        @Override
        default TenantId tenant() {
            return request().tenant();
        }

        @Override
        default PaymentId id() {
            return request().id();
        }

        @Override
        default Transfer transfer() {
            return request().transfer();
        }
    }

    /// The money has moved.
    record Completed(Accepted request, Instant endedAt) implements Ended {

        @Override
        public Status status() {
            return Status.COMPLETED;
        }

        @Override
        public boolean agreesWith(Ended other) {
            return other instanceof Completed;
        }
    }

    /// The payment was refused; no money has moved.
    record Rejected(Accepted request, RejectionReason reason, Instant endedAt) implements Ended {

        @Override
        public Status status() {
            return Status.REJECTED;
        }

        @Override
        public boolean agreesWith(Ended other) {
            return other instanceof Rejected rejected && reason.equals(rejected.reason);
        }
    }

    /// The client cancelled the payment; no money has moved.
    record Cancelled(Accepted request, Instant endedAt) implements Ended {

        @Override
        public Status status() {
            return Status.CANCELLED;
        }

        @Override
        public boolean agreesWith(Ended other) {
            return other instanceof Cancelled;
        }
    }
}
