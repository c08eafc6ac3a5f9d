package io.paymentsengine.house;

import java.util.List;

/// A test method as the sources have it.
///
/// @param file where it stands
/// @param type its class, with the package
/// @param method its name
record NamedTest(HouseFile file, String type, String method) {

    /// The one test of this name.
    ///
    /// @param name a class and a method, such as `AccountTest.knows_one_currency`
    /// @throws IllegalStateException if there is none, or several
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
            throw new IllegalStateException("%s is there %d times".formatted(name, found.size()));
        }
        return found.getFirst();
    }

    /// Its class without the package.
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
