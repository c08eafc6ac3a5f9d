package io.paymentsengine.house.wrong.payment.domain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class WritesALog {

    static final Logger LOG = LoggerFactory.getLogger(WritesALog.class);
}
