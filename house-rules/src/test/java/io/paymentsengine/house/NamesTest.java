package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesTest {

    @TempDir private Path folder;

    @Test
    void no_type_has_a_hollow_name() {
        assertThat(Names.hollow(House.OURS)).isEmpty();
    }

    @Test
    void a_hollow_name_is_refused_unless_a_framework_gave_it() {
        House house =
                WrongHouse.of(
                        folder,
                        "A.java",
                        """
                        class PaymentsImpl implements Payments {
                            record PaymentDto(String id) {}
                        }
                        class TenantTransactionManager extends JpaTransactionManager {}
                        """);
        assertThat(Names.hollow(house))
                .containsExactly("A.java:1 PaymentsImpl", "A.java:2 PaymentDto");
    }

    @Test
    void no_use_case_is_called_a_service() {
        assertThat(Names.servicesForUseCases(House.OURS)).isEmpty();
    }

    @Test
    void a_use_case_called_a_service_is_refused() {
        String name = "payment/application/PaymentService.java";
        House house = WrongHouse.of(folder, name, "final class PaymentService {}");
        assertThat(Names.servicesForUseCases(house)).containsExactly(name + ":1 PaymentService");
    }

    @Test
    void every_test_says_by_its_ending_how_it_is_run() {
        assertThat(Names.unclearTests(House.OURS)).isEmpty();
    }

    @Test
    void a_test_of_another_ending_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                "AccountTests.java",
                                "class AccountTests { @Test void it_holds() {} }")
                        .with("AccountIT.java", "class AccountIT { @Test void it_holds() {} }")
                        .house();
        assertThat(Names.unclearTests(house)).containsExactly("AccountTests.java");
    }

    @Test
    void no_fast_test_starts_a_neighbour() {
        assertThat(Names.slowTests(House.OURS)).isEmpty();
    }

    @Test
    void a_fast_test_that_starts_a_neighbour_is_refused() {
        String stores = "import io.paymentsengine.localstack.testing.WithStores;\n";
        House house =
                new WrongHouse(folder)
                        .with("AccountTest.java", stores + "@WithStores class AccountTest {}")
                        .with("AccountIT.java", stores + "@WithStores class AccountIT {}")
                        .house();
        assertThat(Names.slowTests(house)).containsExactly("AccountTest.java");
    }

    @Test
    void every_test_is_a_sentence() {
        assertThat(Names.unspokenTests(House.OURS)).isEmpty();
    }

    @Test
    void a_test_that_is_no_sentence_is_refused() {
        House house =
                WrongHouse.of(
                        folder,
                        "AccountTest.java",
                        """
                        class AccountTest {
                            @Test void testReserve1() {}
                            @ParameterizedTest void reserves_only_what_is_there() {}
                        }
                        """);
        assertThat(Names.unspokenTests(house)).containsExactly("AccountTest.java:2 testReserve1");
    }

    @Test
    void every_migration_says_what_it_makes_true() {
        assertThat(Names.migrations(House.OURS)).isEmpty();
    }

    @Test
    void a_migration_without_a_sentence_or_number_is_refused() {
        String migrations = "account-service/src/main/resources/db/migration/";
        House house =
                new WrongHouse(folder)
                        .with(migrations + "V001__accounts_never_overdraw.sql", "")
                        .with(migrations + "V2__Fix.sql", "")
                        .house();
        assertThat(Names.migrations(house)).containsExactly(migrations + "V2__Fix.sql");
    }
}
