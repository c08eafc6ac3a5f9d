package io.paymentsengine.faultagent;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes code that contains points report to [Passages] when it passes them, and changes nothing
/// else.
final class Weaver implements ClassFileTransformer {

    private static final String OURS = "io/paymentsengine/";
    private static final ClassDesc PASSAGES = ClassDesc.of(Passages.class.getName());
    private static final MethodTypeDesc OF_TEXT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    private final Map<Site, List<Point>> points;
    private final Set<String> types;

    Weaver(List<Point> points) {
        this.points = points.stream().collect(groupingBy(Point::site));
        this.types = points.stream().map(Point::site).collect(mapping(Site::type, toSet()));
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (loader == null || name == null || !concerns(name)) {
            return null;
        }
        try {
            return woven(bytes, loader);
        } catch (RuntimeException | Error failed) {
            // Without this the JVM would ignore the failure and run without the points.
            System.err.println("fault-agent can't weave " + name + ": " + failed);
            throw failed;
        }
    }

    private boolean concerns(String name) {
        return (name.startsWith(OURS) && types.contains(Site.simple(name)))
                || completedBy(name.replace('/', '.') + "#").isPresent();
    }

    /// The edge that is reached when a method with this prefix returns, if there is one.
    ///
    /// @param start the full name of a type and `#`, or of a type and a method
    private static Optional<Edge> completedBy(String start) {
        return Arrays.stream(Edge.values())
                .filter(edge -> edge.completion().filter(it -> it.startsWith(start)).isPresent())
                .findFirst();
    }

    /// Stack map frames are computed from class files, so that weaving loads no classes.
    byte[] woven(byte[] bytes, ClassLoader loader) {
        ClassFile files =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(loader)
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
        ClassModel type = files.parse(bytes);
        return files.transformClass(type, (builder, element) -> weave(type, builder, element));
    }

    private void weave(ClassModel type, ClassBuilder builder, ClassElement element) {
        if (element instanceof MethodModel method && method.code().isPresent()) {
            CodeTransform into = completion(type, method).orElseGet(() -> passages(type, method));
            builder.transformMethod(method, MethodTransform.transformingCode(into));
        } else {
            builder.with(element);
        }
    }

    private static Optional<CodeTransform> completion(ClassModel type, MethodModel method) {
        String name =
                type.thisClass().asInternalName().replace('/', '.')
                        + "#"
                        + method.methodName().stringValue();
        return completedBy(name).map(Completion::new);
    }

    private CodeTransform passages(ClassModel type, MethodModel method) {
        return new Passing(Site.of(type, method), Site.isNamed(method));
    }

    private static void tell(CodeBuilder code, String what, String text) {
        code.ldc(text).invokestatic(PASSAGES, what, OF_TEXT);
    }

    /// Reports that a framework method returns.
    private record Completion(Edge edge) implements CodeTransform {

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof ReturnInstruction) {
                tell(code, "complete", edge.word());
            }
            code.with(element);
        }
    }

    /// Reports the points of a method and of the calls in it.
    private final class Passing implements CodeTransform {

        private final Site method;
        private final boolean named;

        Passing(Site method, boolean named) {
            this.method = method;
            this.named = named;
        }

        @Override
        public void atStart(CodeBuilder code) {
            if (named) {
                tellOf(method, Edge.BEFORE, code);
            }
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case InvokeInstruction call -> {
                    tellOf(method.calling(call), Edge.BEFORE, code);
                    code.with(call);
                    tellOf(method.calling(call), Edge.AFTER, code);
                }
                case ReturnInstruction end when named -> {
                    tellOf(method, Edge.AFTER, code);
                    tellOf(method, Edge.COMMITTED, code);
                    tellOf(method, Edge.ANSWERED, code);
                    code.with(end);
                }
                default -> code.with(element);
            }
        }

        private void tellOf(Site site, Edge edge, CodeBuilder code) {
            points.getOrDefault(site, List.of()).stream()
                    .filter(point -> point.edge() == edge)
                    .forEach(point -> tell(code, whatToTell(edge), point.name()));
        }

        private static String whatToTell(Edge edge) {
            return edge.completion().isPresent() ? "begin" : "pass";
        }
    }
}
