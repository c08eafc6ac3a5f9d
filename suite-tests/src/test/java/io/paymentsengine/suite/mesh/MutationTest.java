package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Tests the tables of mutations themselves. That the named tests fail without the safeguard is shown by
/// `./mvnw -Pmesh -Dmutations`.
class MutationTest {

    private static final List<Mutation> ALL = Mutation.all();

    @Test
    void each_mutation_names_a_test_that_is_there() {
        assertThat(ALL)
                .allSatisfy(
                        mutation ->
                                assertThat(Class.forName(mutation.testClass()).getDeclaredMethods())
                                        .anyMatch(
                                                method ->
                                                        method.getName()
                                                                .equals(mutation.testMethod())));
    }

    @Test
    void each_mutation_has_a_name_of_its_own() {
        assertThat(ALL).extracting(Mutation::mutation).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void mutations_can_be_asked_for_by_name() {
        assertThat(Mutation.asked("no-*,never-ejected"))
                .extracting(Mutation::mutation)
                .contains("no-hsts", "never-ejected")
                .doesNotContain("plaintext-allowed");
    }

    @Test
    void a_name_that_is_no_mutations_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mutation.asked("never-ejected,never-injected"))
                .withMessageStartingWith(
                        "no mutation is called 'never-injected'; the mutations are [")
                .withMessageContaining("never-ejected");
    }
}
