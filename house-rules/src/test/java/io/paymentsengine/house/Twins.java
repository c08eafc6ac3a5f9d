package io.paymentsengine.house;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every script exists for Bash and for PowerShell.
final class Twins {

    /// `mktemp` on macOS replaces only trailing X's, and the file of PowerShell has an extension
    /// that neither istioctl nor kubectl reads. Both need a temporary folder with a file in it.
    private static final Pattern TEMPORARY =
            Pattern.compile("mktemp [^\\n]*X{3}[^X\\s\"')]|New-TemporaryFile");

    /// Strings and comments of PowerShell, in which brackets don't count.
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"(?:[^\"`]|`.)*\"|#[^\\n]*");

    private static final List<String> BRACKETS = List.of("{}", "()", "[]");

    private Twins() {}

    /// The missing counterparts of scripts that exist for only one of the shells.
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

    /// Scripts that create temporary files in a way that doesn't work on all systems.
    static List<String> unportable(House house) {
        return house.files(".sh", ".ps1").stream()
                .filter(file -> TEMPORARY.matcher(file.text()).find())
                .map(HouseFile::name)
                .toList();
    }

    /// PowerShell scripts with an unbalanced bracket. PowerShell would refuse them, but it isn't
    /// available everywhere.
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
