/// The four services as processes, from their boot jars.
@NullMarked
package io.paymentsengine.localstack.service;

import org.jspecify.annotations.NullMarked;
