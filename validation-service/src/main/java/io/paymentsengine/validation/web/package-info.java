/// The street door: the REST API for previews, decisions and limits.
@NullMarked
package io.paymentsengine.validation.web;

import org.jspecify.annotations.NullMarked;
