/// Commands for the people who run the suite. They need a broker and nothing of a service.
@NullMarked
package io.paymentsengine.operator;

import org.jspecify.annotations.NullMarked;
