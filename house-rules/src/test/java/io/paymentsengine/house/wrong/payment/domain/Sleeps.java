package io.paymentsengine.house.wrong.payment.domain;

final class Sleeps {

    static void forAMoment() throws InterruptedException {
        Thread.sleep(1);
    }
}
