package io.paymentsengine.suite;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Provides the running [Suite] as a parameter, or a [LocalSuite] where more control over it is needed. It is
/// started once for all journeys of this JVM, and ends after the last of them.
public final class RunningSuite implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(RunningSuite.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Suite.class.isAssignableFrom(parameter.getParameter().getType());
    }

    @Override
    public Suite resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Suite suite =
                context.getRoot()
                        .getStore(HERE)
                        .computeIfAbsent(Suite.class, _ -> Suite.start(), Suite.class);
        Class<?> asked = parameter.getParameter().getType();
        if (!asked.isInstance(suite)) {
            throw new ParameterResolutionException(
                    context.getDisplayName() + " needs the suite as processes: -Dstack=local");
        }
        return suite;
    }
}
