/// A client of the REST API, written from the published schemas; it shares no classes with the services.
@NullMarked
package io.paymentsengine.suite.client;

import org.jspecify.annotations.NullMarked;
