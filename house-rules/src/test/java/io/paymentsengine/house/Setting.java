package io.paymentsengine.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/// A setting in a file.
///
/// @param file the file that has it
/// @param key the key as Spring reads it, without list positions; in an env file the variable's
///     name
record Setting(HouseFile file, String key, String value) {

    private static final Pattern YAML =
            Pattern.compile(
                    "tenants/tenants\\.yaml|[^/]+/src/(main|test)/resources/[^/]*(application|platform)[^/]*\\.yaml");
    private static final Pattern VARIABLE = Pattern.compile("([A-Z][A-Z0-9_]*)=(.*)");

    /// Keys of settings that do the work of the mesh.
    private static final Pattern OF_THE_MESH =
            Pattern.compile(
                    "(.*\\.)?ssl(\\..*)?"
                            + "|spring\\.http\\..*timeout"
                            + "|spring\\.kafka\\..*security\\.protocol"
                            + "|resilience4j\\..*");

    /// Every setting of a house: those of the files that services read, and those of env files.
    static List<Setting> of(House house) {
        Stream<Setting> yaml =
                house.files(".yaml").stream()
                        .filter(file -> YAML.matcher(file.name()).matches())
                        .flatMap(Setting::ofYaml);
        Stream<Setting> env = house.files(".env").stream().flatMap(Setting::ofEnv);
        return Stream.concat(yaml, env).toList();
    }

    /// Settings that nothing reads: neither a declared property nor a placeholder in another
    /// setting.
    static List<String> unread(House house, Declared declared) {
        List<Setting> settings = of(house);
        return settings.stream()
                .filter(setting -> !declared.reads(setting.key))
                .filter(setting -> settings.stream().noneMatch(each -> each.names(setting.key)))
                .map(Setting::described)
                .toList();
    }

    /// Settings that do the work of the mesh.
    static List<String> ofTheMesh(House house) {
        return of(house).stream()
                .filter(
                        setting ->
                                OF_THE_MESH.matcher(dotted(setting.key)).matches()
                                        || setting.value.startsWith("https:"))
                .map(Setting::described)
                .toList();
    }

    private String described() {
        return file.name() + " " + key;
    }

    private boolean names(String other) {
        return value.contains("${" + other + ":") || value.contains("${" + other + "}");
    }

    private static String dotted(String key) {
        return VARIABLE.matcher(key + "=").matches()
                ? key.toLowerCase(Locale.ROOT).replace('_', '.')
                : key;
    }

    private static Stream<Setting> ofYaml(HouseFile file) {
        try {
            return new YamlPropertySourceLoader()
                    .load(file.name(), new FileSystemResource(file.path())).stream()
                            .flatMap(source -> ofSource(file, source))
                            .distinct();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Setting> ofSource(HouseFile file, PropertySource<?> source) {
        String[] names = ((EnumerablePropertySource<?>) source).getPropertyNames();
        return Arrays.stream(names)
                .map(
                        name ->
                                new Setting(
                                        file,
                                        name.replaceAll("\\[\\d+]", ""),
                                        String.valueOf(source.getProperty(name))));
    }

    private static Stream<Setting> ofEnv(HouseFile file) {
        return file.lines().stream()
                .map(VARIABLE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Setting(file, line.group(1), line.group(2)));
    }
}
