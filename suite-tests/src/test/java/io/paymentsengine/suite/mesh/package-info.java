/// Mesh conformance: what `istio/` and `k8s/` promise is tried on the cluster that KUBECONFIG names. Each
/// promise is one class; what it did and measured is told in a report.
@NullMarked
package io.paymentsengine.suite.mesh;

import org.jspecify.annotations.NullMarked;
