package io.paymentsengine.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/// Classes are closed to extension unless something extends them, so they can be changed freely.
final class Openness {

    private static final Set<Modifier> CLOSED =
            Set.of(Modifier.FINAL, Modifier.ABSTRACT, Modifier.SEALED, Modifier.NON_SEALED);

    private Openness() {}

    /// Classes that can be extended but are not. Annotated classes are exempt: a framework may have
    /// to create a subclass as a proxy.
    static List<String> open(House house) {
        List<JavaSource> sources = JavaSource.of(house);
        Set<String> extended =
                sources.stream()
                        .flatMap(source -> source.types().stream())
                        .map(ClassTree::getExtendsClause)
                        .map(String::valueOf)
                        .map(name -> name.replaceFirst("<.*", "").replaceFirst(".*\\.", ""))
                        .collect(Collectors.toSet());
        return sources.stream()
                .filter(source -> source.file().isMain())
                .flatMap(
                        source ->
                                source.types().stream()
                                        .filter(Openness::isOpen)
                                        .filter(
                                                type ->
                                                        !extended.contains(
                                                                type.getSimpleName().toString()))
                                        .map(
                                                type ->
                                                        source.place(type)
                                                                + " "
                                                                + type.getSimpleName()))
                .toList();
    }

    private static boolean isOpen(ClassTree type) {
        return type.getKind() == Tree.Kind.CLASS
                && type.getModifiers().getAnnotations().isEmpty()
                && type.getModifiers().getFlags().stream().noneMatch(CLOSED::contains);
    }
}
