/// A client's end of the REST API: written from the published shapes, sharing no class with them.
@NullMarked
package io.paymentsengine.suite.client;

import org.jspecify.annotations.NullMarked;
