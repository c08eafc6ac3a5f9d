package io.paymentsengine.house;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeKind;

/// Money is counted in whole minor units, so code that may handle money has no floating-point
/// types, neither in Java nor in SQL.
final class FloatingPoint {

    private static final Set<String> BOXES = Set.of("Double", "Float", "DoubleStream");
    private static final Set<TypeKind> KINDS = Set.of(TypeKind.DOUBLE, TypeKind.FLOAT);
    private static final Set<Tree.Kind> LITERALS =
            Set.of(Tree.Kind.DOUBLE_LITERAL, Tree.Kind.FLOAT_LITERAL);
    private static final Pattern SQL =
            Pattern.compile(
                    "\\b(real|float[48]?|double precision|money)\\b", Pattern.CASE_INSENSITIVE);

    private FloatingPoint() {}

    /// Uses of `double` and `float` in Java.
    static List<String> inJava(House house) {
        return JavaSource.of(house).stream()
                .filter(source -> source.file().isMain() && hasMoney(source.file()))
                .flatMap(source -> places(source).stream())
                .toList();
    }

    /// Migrations with types that round.
    static List<String> inSql(House house) {
        return Migration.of(house).stream()
                .filter(migration -> SQL.matcher(migration.sql()).find())
                .map(Migration::name)
                .toList();
    }

    /// Excludes platform, local-stack, and the load generator, which measures time in fractions.
    private static boolean hasMoney(HouseFile file) {
        return !file.module().equals("platform")
                && !file.module().equals("local-stack")
                && !file.name().contains("/suite/load/");
    }

    private static List<String> places(JavaSource source) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitPrimitiveType(PrimitiveTypeTree type, Void none) {
                note(KINDS.contains(type.getPrimitiveTypeKind()), type);
                return super.visitPrimitiveType(type, null);
            }

            @Override
            public Void visitIdentifier(IdentifierTree name, Void none) {
                note(BOXES.contains(name.getName().toString()), name);
                return super.visitIdentifier(name, null);
            }

            @Override
            public Void visitLiteral(LiteralTree literal, Void none) {
                note(LITERALS.contains(literal.getKind()), literal);
                return super.visitLiteral(literal, null);
            }

            private void note(boolean refused, Tree tree) {
                if (refused) {
                    found.add(source.place(tree) + " " + tree);
                }
            }
        }.scan(source.unit(), null);
        return found;
    }
}
