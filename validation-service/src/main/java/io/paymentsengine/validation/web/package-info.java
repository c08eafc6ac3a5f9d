/// The street door: previews, decisions and limits as REST resources.
@NullMarked
package io.paymentsengine.validation.web;

import org.jspecify.annotations.NullMarked;
