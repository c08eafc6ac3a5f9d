package io.paymentsengine.faultagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    @TempDir private Path folder;

    @Test
    void a_row_names_a_boundary_for_each_service_and_side() throws Exception {
        Path document =
                Files.writeString(
                        folder.resolve("boundaries.md"),
                        """
                        | boundary | service | where | sides | while | why |
                        |---|---|---|---|---|---|
                        | one | all | `A#b -> C#d` | before, after | late payments | because |
                        | two | red | `A#b` | committed | traffic | because |
                        """);
        assertThat(Catalogue.in(document, List.of("red", "blue")))
                .extracting(Boundary::name)
                .containsExactly(
                        "red:one:before",
                        "red:one:after",
                        "blue:one:before",
                        "blue:one:after",
                        "red:two:committed");
        assertThat(Catalogue.in(document, List.of("red")))
                .extracting(Boundary::circumstance)
                .containsExactly("late payments", "late payments", "traffic");
    }
}
