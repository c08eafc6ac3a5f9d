/// What a service reports about itself: log lines that name their tenant, payment and trace, and
/// meters with a bounded number of tags. Traces themselves come from the agent in the image.
@NullMarked
package io.paymentsengine.platform.telemetry;

import org.jspecify.annotations.NullMarked;
