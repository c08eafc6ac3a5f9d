package io.paymentsengine.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A Java file, as parsed by the compiler.
record JavaSource(HouseFile file, CompilationUnitTree unit, SourcePositions positions) {

    private static final List<JavaSource> OURS = parse(House.OURS);

    /// Every Java file of a house.
    static List<JavaSource> of(House house) {
        return house.equals(House.OURS) ? OURS : parse(house);
    }

    String name() {
        return file.name();
    }

    /// Every declared type with a name, nested ones included.
    List<ClassTree> types() {
        List<ClassTree> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void none) {
                found.add(type);
                return super.visitClass(type, null);
            }
        }.scan(unit, null);
        return found.stream().filter(type -> !type.getSimpleName().isEmpty()).toList();
    }

    /// Every method and constructor that is written in the source.
    List<MethodTree> methods() {
        List<MethodTree> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void none) {
                found.add(method);
                return super.visitMethod(method, null);
            }
        }.scan(unit, null);
        return found.stream().filter(method -> lines(method) > 0).toList();
    }

    List<String> imports() {
        return unit.getImports().stream()
                .map(ImportTree::getQualifiedIdentifier)
                .map(Object::toString)
                .toList();
    }

    /// The number of lines of a method. Annotations don't count, because the rows of a test's table
    /// are not code.
    long lines(MethodTree method) {
        Tree first = method.getReturnType() == null ? method.getBody() : method.getReturnType();
        long start = positions.getStartPosition(unit, first == null ? method : first);
        long end = positions.getEndPosition(unit, method);
        return end < 0 ? 0 : line(end) - line(start) + 1;
    }

    /// The place of a tree, such as `a/B.java:12`.
    String place(Tree tree) {
        return name() + ":" + line(positions.getStartPosition(unit, tree));
    }

    /// The simple names of annotations.
    static List<String> names(List<? extends AnnotationTree> annotations) {
        return annotations.stream()
                .map(each -> each.getAnnotationType().toString())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    private static List<JavaSource> parse(House house) {
        Map<Path, HouseFile> files =
                house.files(".java").stream()
                        .collect(Collectors.toMap(HouseFile::path, Function.identity()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> objects =
                    manager.getJavaFileObjectsFromPaths(files.keySet());
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null, objects);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(unit -> new JavaSource(fileOf(unit, files), unit, positions))
                    .sorted((one, other) -> one.file.compareTo(other.file))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static HouseFile fileOf(CompilationUnitTree unit, Map<Path, HouseFile> files) {
        Path path = Path.of(unit.getSourceFile().toUri());
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().equals(path))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
