package io.paymentsengine.validation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `[A-Z_]+`");

    @Test
    void the_readme_lists_the_rules_in_their_order() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        List<String> listed = ROW.matcher(readme).results().map(row -> row.group(1)).toList();

        assertThat(listed).isEqualTo(Rules.ALL.stream().map(Rule::name).toList());
    }
}
