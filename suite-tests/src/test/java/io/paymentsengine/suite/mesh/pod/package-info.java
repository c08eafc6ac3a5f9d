/// The program that the suite's own pods run. It is sent to the cluster as a small jar, so it knows the
/// JDK and nothing else.
@NullMarked
package io.paymentsengine.suite.mesh.pod;

import org.jspecify.annotations.NullMarked;
