/// The JSON form of values, the same on topics and in REST: strict when reading, one form when
/// writing.
@NullMarked
package io.paymentsengine.platform.json;

import org.jspecify.annotations.NullMarked;
