/// Tests that every error in a request or a message is named, and that nothing else happens.
@NullMarked
package io.paymentsengine.suite.badinput;

import org.jspecify.annotations.NullMarked;
