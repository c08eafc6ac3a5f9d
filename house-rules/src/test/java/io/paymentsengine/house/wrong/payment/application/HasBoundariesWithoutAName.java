package io.paymentsengine.house.wrong.payment.application;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PutMapping;

class HasBoundariesWithoutAName {

    private final Acknowledgment acknowledgment;
    private final StringRedisTemplate redis;
    private final TransactionOperations transaction;

    HasBoundariesWithoutAName(
            Acknowledgment acknowledgment,
            StringRedisTemplate redis,
            TransactionOperations transaction) {
        this.acknowledgment = acknowledgment;
        this.redis = redis;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 1)
    void ticks() {
        transaction.executeWithoutResult(_ -> acknowledgment.acknowledge());
    }

    @Transactional
    public void writes() {
        redis.convertAndSend("somewhere", "something");
    }

    @Transactional(readOnly = true)
    public void reads() {}

    @PutMapping
    void isAsked() {
        Runnable hidden = acknowledgment::acknowledge;
        hidden.run();
    }
}
