package io.paymentsengine.house;

import java.util.List;

/// A test method in the sources.
///
/// @param file the source file
/// @param type the name of the class, with the package
/// @param method the name of the method
record NamedTest(HouseFile file, String type, String method) {

    /// The test with this name.
    ///
    /// @param name a class and a method, such as `AccountTest.knows_one_currency`
    /// @throws IllegalStateException if there is no such test, or more than one
    static NamedTest of(String name, House house) {
        int dot = name.lastIndexOf('.');
        String type = name.substring(0, dot);
        String method = name.substring(dot + 1);
        List<NamedTest> found =
                JavaSource.of(house).stream()
                        .filter(source -> source.file().isTest())
                        .filter(source -> source.file().simpleName().equals(type + ".java"))
                        .filter(source -> has(source, method))
                        .map(source -> new NamedTest(source.file(), typeOf(source, type), method))
                        .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("%s exists %d times".formatted(name, found.size()));
        }
        return found.getFirst();
    }

    /// The name of the class, without the package.
    String simpleType() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static boolean has(JavaSource source, String name) {
        return source.methods().stream().anyMatch(each -> each.getName().contentEquals(name));
    }

    private static String typeOf(JavaSource source, String simpleName) {
        return source.unit().getPackageName() + "." + simpleName;
    }
}
