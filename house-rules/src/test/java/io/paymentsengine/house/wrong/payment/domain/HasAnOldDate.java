package io.paymentsengine.house.wrong.payment.domain;

import java.util.Date;

@SuppressWarnings("JavaUtilDate")
record HasAnOldDate(Date date) {}
