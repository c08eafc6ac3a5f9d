package io.paymentsengine.house.wrong.payment.domain;

import java.time.Instant;
import java.util.function.Supplier;

record ReadsTheClock(Supplier<Instant> clock) {

    ReadsTheClock() {
        this(Instant::now);
    }
}
