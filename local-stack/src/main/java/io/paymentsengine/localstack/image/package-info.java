/// The services as their images have them, without Docker: their own Java in their own files.
@NullMarked
package io.paymentsengine.localstack.image;

import org.jspecify.annotations.NullMarked;
