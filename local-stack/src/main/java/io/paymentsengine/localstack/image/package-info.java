/// Runs the services from their images without Docker: with the Java and the files of each image.
@NullMarked
package io.paymentsengine.localstack.image;

import org.jspecify.annotations.NullMarked;
