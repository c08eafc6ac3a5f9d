package io.paymentsengine.house;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What one shell does, the other does too.
final class Twins {

    /// `mktemp` of macOS fills in an end alone, and PowerShell's file has an ending that neither
    /// istioctl nor kubectl reads: both need a folder, and a file in it.
    private static final Pattern TEMPORARY =
            Pattern.compile("mktemp [^\\n]*X{3}[^X\\s\"')]|New-TemporaryFile");

    /// What PowerShell doesn't read as brackets: strings and comments.
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"(?:[^\"`]|`.)*\"|#[^\\n]*");

    private static final List<String> BRACKETS = List.of("{}", "()", "[]");

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

    /// Temporary files that another system names otherwise.
    static List<String> unportable(House house) {
        return house.files(".sh", ".ps1").stream()
                .filter(file -> TEMPORARY.matcher(file.text()).find())
                .map(HouseFile::name)
                .toList();
    }

    /// Scripts that PowerShell, which is not everywhere, would refuse to read: a bracket was lost.
    static List<String> unreadable(House house) {
        return house.files(".ps1").stream()
                .filter(file -> !isBalanced(TEXT.matcher(file.text()).replaceAll("")))
                .map(HouseFile::name)
                .toList();
    }

    private static boolean isBalanced(String code) {
        return BRACKETS.stream()
                .allMatch(pair -> count(pair.charAt(0), code) == count(pair.charAt(1), code));
    }

    private static long count(char sign, String code) {
        return code.chars().filter(each -> each == sign).count();
    }

    private static String twin(String script) {
        return script.endsWith(".sh")
                ? script.replaceFirst("sh$", "ps1")
                : script.replaceFirst("ps1$", "sh");
    }
}
