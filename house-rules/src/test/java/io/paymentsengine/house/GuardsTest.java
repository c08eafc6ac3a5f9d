package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardsTest {

    private static final String LIST =
            "house-rules/src/test/resources/guards/no-money-is-lost.yaml";

    @TempDir private Path folder;

    @Test
    void every_guard_can_be_taken_away_and_its_tests_are_there() {
        assertThat(Guard.of(House.OURS)).isNotEmpty();
        assertThat(Guards.faults(House.OURS)).isEmpty();
    }

    @Test
    void a_guard_that_can_not_be_taken_away_or_has_no_test_is_refused() {
        assertThat(Guards.faults(wrongHouse()))
                .containsExactly(
                        "gone: the removed text occurs 0 times in Account.java",
                        "doubled: the removed text occurs 2 times in Account.java",
                        "kept: its removal changes nothing",
                        "nowhere: Ledger.java exists 0 times",
                        "untested: AccountTest.pays_nothing exists 0 times",
                        "good is listed twice");
    }

    @Test
    void what_is_removed_may_be_indented_in_another_way() {
        Guard good = Guard.of(wrongHouse()).getFirst();

        assertThat(good.takenFrom("    if (a) {\n        throw b;\n    }\n    c();\n"))
                .isEqualTo("    // gone\n    c();\n");
    }

    @Test
    void the_page_says_what_the_list_says() {
        assertThat(House.OURS.file(Guards.PAGE).text())
                .as("%s, which ./mvnw -Pguards -Dguard=none generates", Guards.PAGE)
                .isEqualTo(Guards.page(House.OURS));
    }

    private House wrongHouse() {
        return new WrongHouse(folder)
                .with(
                        LIST,
                        entry("good", "Account", "|\n    if (a) {\n      throw b;\n    }", "pays")
                                + entry("gone", "Account", "d();", "pays")
                                + entry("doubled", "Account", "e();", "pays")
                                + entry("kept", "Account", "\"// gone\"", "pays")
                                + entry("nowhere", "Ledger", "c();", "pays")
                                + entry("untested", "Account", "c();", "pays_nothing")
                                + entry("good", "Account", "c();", "pays"))
                .with(
                        "account/src/main/java/Account.java",
                        """
                        class Account {
                            // gone
                            void pay() {
                                if (a) {
                                    throw b;
                                }
                                c(); e(); e();
                            }
                        }
                        """)
                .with(
                        "account/src/test/java/AccountTest.java",
                        "class AccountTest { void pays() {} }")
                .house();
    }

    private static String entry(String name, String file, String removed, String test) {
        return """
        - guard: %s
          keeps: what it keeps
          in: %s.java
          remove: %s
          leave: "// gone"
          test: AccountTest.%s
        """
                .formatted(name, file, removed, test);
    }
}
