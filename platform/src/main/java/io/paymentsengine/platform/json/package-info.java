/// How values look as JSON, on topics and in REST alike: strict in what is read, one form for what
/// is written.
@NullMarked
package io.paymentsengine.platform.json;

import org.jspecify.annotations.NullMarked;
