/// Mesh conformance: tests what `istio/` and `k8s/` promise on the cluster that KUBECONFIG names. Each
/// promise is one class; a report says what it did and measured.
@NullMarked
package io.paymentsengine.suite.mesh;

import org.jspecify.annotations.NullMarked;
