package io.paymentsengine.faultagent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Searches compiled classes for the places at which a crash must do no harm.
public final class Survey {

    private static final Map<String, Kind> MARKS =
            Map.of(
                    "Scheduled", Kind.SCHEDULED,
                    "PostMapping", Kind.REQUEST,
                    "PutMapping", Kind.REQUEST,
                    "PatchMapping", Kind.REQUEST,
                    "DeleteMapping", Kind.REQUEST);
    private static final String TRANSACTIONAL = "Transactional";

    private final List<ClassModel> types;

    private Survey(List<ClassModel> types) {
        this.types = types;
    }

    /// A survey of all classes below a folder.
    public static Survey of(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return new Survey(
                    files.filter(file -> file.toString().endsWith(".class"))
                            .sorted()
                            .map(Survey::parse)
                            .toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The places, each with its kind.
    public Map<Site, Kind> sites() {
        Map<Site, Kind> found = new TreeMap<>();
        for (ClassModel type : types) {
            for (MethodModel method : type.methods()) {
                findMarked(type, method, found);
                findCalls(type, method, found);
            }
        }
        return found;
    }

    /// The names of these classes and of all types that they refer to, without packages.
    public Set<String> types() {
        return types.stream()
                .flatMap(type -> StreamSupport.stream(type.constantPool().spliterator(), false))
                .filter(ClassEntry.class::isInstance)
                .map(entry -> Site.simple(((ClassEntry) entry).asInternalName()))
                .collect(Collectors.toSet());
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void findMarked(ClassModel type, MethodModel method, Map<Site, Kind> found) {
        if (!Site.isNamed(method)) {
            return;
        }
        Site site = Site.of(type, method);
        annotations(method)
                .filter(each -> MARKS.containsKey(nameOf(each)))
                .forEach(each -> found.put(site, MARKS.get(nameOf(each))));
        // The annotation of the method takes precedence over that of its type.
        Stream.concat(annotations(method), annotations(type))
                .filter(each -> nameOf(each).equals(TRANSACTIONAL))
                .findFirst()
                .filter(each -> !isReadOnly(each))
                .ifPresent(_ -> found.put(site, Kind.TRANSACTION));
    }

    private static void findCalls(ClassModel type, MethodModel method, Map<Site, Kind> found) {
        Site within = Site.of(type, method);
        method.code().stream()
                .flatMap(code -> code.elementStream())
                .flatMap(element -> calls(within, element))
                .forEach(
                        site ->
                                Arrays.stream(Kind.values())
                                        .filter(kind -> kind.isCall(site))
                                        .forEach(kind -> found.put(site, kind)));
    }

    /// Finds method references too, so that a boundary can't hide in one, although nothing can be
    /// woven around them.
    private static Stream<Site> calls(Site within, CodeElement element) {
        return switch (element) {
            case InvokeInstruction call -> Stream.of(within.calling(call));
            case InvokeDynamicInstruction made ->
                    made.bootstrapArgs().stream()
                            .filter(DirectMethodHandleDesc.class::isInstance)
                            .map(DirectMethodHandleDesc.class::cast)
                            .map(
                                    handle ->
                                            within.calling(
                                                    handle.owner().displayName()
                                                            + "#"
                                                            + handle.methodName()));
            default -> Stream.of();
        };
    }

    private static Stream<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream());
    }

    private static String nameOf(Annotation annotation) {
        return annotation.classSymbol().displayName().replaceFirst(".*\\$", "");
    }

    private static boolean isReadOnly(Annotation annotation) {
        return annotation.elements().stream()
                .filter(element -> element.name().equalsString("readOnly"))
                .map(AnnotationElement::value)
                .anyMatch(
                        value ->
                                value instanceof AnnotationValue.OfBoolean flag
                                        && flag.booleanValue());
    }
}
