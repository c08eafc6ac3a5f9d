package io.paymentsengine.suite.mesh;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/// Provides the [Mesh] and a [Proof] as parameters, and adds the result of each test to the report. The mesh
/// is entered once for all tests of this JVM, and left after the last of them.
final class InTheMesh implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace HERE = Namespace.create(InTheMesh.class);

    private static final String REPORT =
            System.getProperty("mutations", "").isBlank() ? "mesh-conformance" : "mesh-mutations";

    private static @Nullable Visit running;

    /// The mesh and its report.
    record Visit(Mesh mesh, Report report) implements AutoCloseable {

        @Override
        public void close() {
            running = null;
            mesh.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Mesh.class || type == Proof.class || type == Visit.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Proof.class) {
            return context.getStore(HERE)
                    .computeIfAbsent(Proof.class, _ -> new Proof(), Proof.class);
        }
        return type == Mesh.class ? visit(context).mesh() : visit(context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        @Nullable Proof proof = context.getStore(HERE).get(Proof.class, Proof.class);
        if (proof != null && running != null && !running.mesh().isMutated()) {
            running.report()
                    .add(
                            promise(context),
                            context.getRequiredTestMethod().getName().replace('_', ' '),
                            proof,
                            verdict(context.getExecutionException()));
        }
    }

    /// A nested run, as for a mutation, uses the same mesh.
    private static synchronized Visit visit(ExtensionContext context) {
        if (running == null) {
            running =
                    context.getRoot()
                            .getStore(HERE)
                            .computeIfAbsent(
                                    Visit.class,
                                    _ -> new Visit(Mesh.enter(), new Report(REPORT)),
                                    Visit.class);
        }
        return running;
    }

    private static String promise(ExtensionContext context) {
        Promise promise = context.getRequiredTestClass().getAnnotation(Promise.class);
        return promise.value();
    }

    private static Report.Verdict verdict(Optional<Throwable> failure) {
        return failure.map(
                        why ->
                                why instanceof TestAbortedException
                                        ? Report.Verdict.NOT_TRIED
                                        : Report.Verdict.BROKEN)
                .orElse(Report.Verdict.KEPT);
    }
}
