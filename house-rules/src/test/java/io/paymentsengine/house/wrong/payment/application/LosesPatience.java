package io.paymentsengine.house.wrong.payment.application;

import java.net.http.HttpClient;
import java.time.Duration;

final class LosesPatience {

    static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
}
