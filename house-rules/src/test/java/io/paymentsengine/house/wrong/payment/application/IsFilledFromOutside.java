package io.paymentsengine.house.wrong.payment.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

final class IsFilledFromOutside {

    @Autowired @Nullable String name;
}
