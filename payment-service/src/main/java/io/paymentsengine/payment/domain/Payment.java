package io.paymentsengine.payment.domain;

import io.paymentsengine.contracts.vocabulary.Moments;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.RejectionReason;
import io.paymentsengine.contracts.vocabulary.TenantId;
import java.time.Instant;

/// One payment. The type is the state: only an accepted payment has moves left.
public sealed interface Payment {

    TenantId tenant();

    PaymentId id();

    Transfer transfer();

    Status status();

    /// When the payment was accepted: its identifier has the millisecond in it.
    default Instant createdAt() {
        return Moments.of(id());
    }

    /// The states by name.
    enum Status {
        ACCEPTED,
        COMPLETED,
        REJECTED,
        CANCELLED
    }

    /// It is on disk and will end.
    record Accepted(TenantId tenant, PaymentId id, Transfer transfer) implements Payment {

        @Override
        public Status status() {
            return Status.ACCEPTED;
        }

        /// The money has moved.
        public Completed complete(Instant at) {
            return new Completed(this, at);
        }

        /// It was refused.
        public Rejected reject(RejectionReason reason, Instant at) {
            return new Rejected(this, reason, at);
        }

        /// The client took it back.
        public Cancelled cancel(Instant at) {
            return new Cancelled(this, at);
        }
    }

    /// It has ended, and stays as it ended.
    sealed interface Ended extends Payment {

        /// The payment as it was accepted.
        Accepted request();

        Instant endedAt();

        /// Whether the other end says the same of the payment; when it says so does not matter.
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

    /// It was refused; no money has moved.
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

    /// The client took it back; no money has moved.
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
