package io.paymentsengine.house.wrong.payment.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// `limits` is not used at all; `steps` is used only by its key.
@ConfigurationProperties("wrong")
record WrongProperties(int batchMax, Map<String, Integer> limits, List<Step> steps) {

    int twice() {
        return 2 * batchMax;
    }

    record Step(Duration pause) {}
}
