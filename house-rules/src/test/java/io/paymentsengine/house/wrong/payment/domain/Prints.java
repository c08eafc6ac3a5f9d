package io.paymentsengine.house.wrong.payment.domain;

final class Prints {

    static void hello() {
        System.out.println("hello");
    }
}
