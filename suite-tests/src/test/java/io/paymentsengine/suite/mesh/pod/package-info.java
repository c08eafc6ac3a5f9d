/// The program that the test pods run. It is sent to the cluster as a small jar, and therefore depends only
/// on the JDK.
@NullMarked
package io.paymentsengine.suite.mesh.pod;

import org.jspecify.annotations.NullMarked;
