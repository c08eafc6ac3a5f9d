package io.paymentsengine.house;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What one shell does, the other does too.
final class Twins {

    private Twins() {}

    /// Scripts for Bash or PowerShell alone.
    static List<String> missing(House house) {
        Set<String> scripts =
                house.files(".sh", ".ps1").stream()
                        .map(HouseFile::name)
                        .filter(name -> name.startsWith("scripts/"))
                        .collect(Collectors.toSet());
        return scripts.stream()
                .map(Twins::twin)
                .filter(Predicate.not(scripts::contains))
                .sorted()
                .toList();
    }

    private static String twin(String script) {
        return script.endsWith(".sh")
                ? script.replaceFirst("sh$", "ps1")
                : script.replaceFirst("ps1$", "sh");
    }
}
