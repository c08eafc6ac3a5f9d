/// Whatever is wrong with a request or a message is named, and nothing else happens.
@NullMarked
package io.paymentsengine.suite.badinput;

import org.jspecify.annotations.NullMarked;
