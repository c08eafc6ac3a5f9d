package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

    @TempDir private Path folder;

    @Test
    void every_link_leads_somewhere() {
        assertThat(Documents.deadLinks(House.OURS)).isEmpty();
    }

    @Test
    void a_link_to_nowhere_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                "docs/README.md",
                                """
                                # Which way? This way
                                [here](#which-way-this-way), [up](../LICENSE), [out](https://a.org)
                                [the `why`](why.md "Why") and [there](why.md#because)
                                [gone](gone.md)
                                [nowhere](why.md#nowhere)
                                ```
                                [not a link](in-code.md)
                                ```
                                [later]: later.md
                                """)
                        .with("docs/why.md", "## Because\n")
                        .with("LICENSE", "")
                        .house();
        assertThat(Documents.deadLinks(house))
                .containsExactly(
                        "docs/README.md:4 gone.md",
                        "docs/README.md:5 why.md#nowhere",
                        "docs/README.md:9 later.md");
    }

    @Test
    void every_path_is_there() {
        assertThat(Documents.deadPaths(House.OURS)).isEmpty();
    }

    @Test
    void a_path_that_is_not_there_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                "README.md",
                                """
                                `docs/why.md`, `why.md`, `docs/`, `docs/*.md`, `./docs/{why,how}.md`
                                `text/event-stream`, `/api/v1/payments`, `payments.tenants`, `a/b`
                                `target/x.json`, `account-service/target/`
                                `docs/gone.md`
                                `gone.yaml`
                                `docs/gone/`
                                `lost/gone.sql`
                                """)
                        .with("docs/why.md", "")
                        .house();
        assertThat(Documents.deadPaths(house))
                .containsExactly(
                        "README.md:4 docs/gone.md",
                        "README.md:5 gone.yaml",
                        "README.md:6 docs/gone/",
                        "README.md:7 lost/gone.sql");
    }

    @Test
    void every_step_of_a_payment_is_there() {
        assertThat(Documents.steps(House.OURS)).isNotEmpty();
        assertThat(Documents.unknownSteps(House.OURS)).isEmpty();
    }

    @Test
    void a_step_that_is_not_there_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                Documents.WALK,
                                """
                                `Outside.of` the table
                                | `RequestPayment.request` | `Accepted` | `COMPLETED` | `a.b` |
                                | `RequestPayment.gone` |
                                | `Gone` |
                                """)
                        .with(
                                "RequestPayment.java",
                                "class RequestPayment { record Accepted() {} void request() {} }")
                        .house();
        assertThat(Documents.unknownSteps(house))
                .containsExactly(
                        Documents.WALK + ":3 RequestPayment.gone", Documents.WALK + ":4 Gone");
    }
}
