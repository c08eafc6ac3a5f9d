package io.paymentsengine.house.wrong.contracts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class WritesALog {

    static final Logger LOG = LoggerFactory.getLogger(WritesALog.class);
}
