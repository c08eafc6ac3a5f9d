package io.paymentsengine.payment.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.payment.testing.RunningPaymentService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Migrations run alongside pods of the previous version, which go on reading and writing.
class MigrationsIT extends RunningPaymentService {

    @Autowired private Flyway flyway;

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init") // Spring and JUnit inject
    MigrationsIT() {}

    @AfterEach
    void forget() {
        JdbcClient owner = JdbcClient.create(stores.database("payments").asOwner());
        owner.sql("DROP INDEX IF EXISTS payment_of_a_test").update();
        owner.sql("ALTER TABLE payment DROP COLUMN IF EXISTS of_a_test").update();
        owner.sql("DELETE FROM flyway_schema_history WHERE version = '900'").update();
    }

    @Test
    void one_that_waits_for_a_lock_gives_up_before_everybody_waits_behind_it()
            throws SQLException, IOException {
        try (Connection busy = stores.database("payments").asSuperuser().getConnection();
                Statement statement = busy.createStatement()) {
            // a migration without a lock timeout gets the lock after 20 s, and the test fails
            statement.execute("SET idle_in_transaction_session_timeout = '20s'");
            busy.setAutoCommit(false);
            statement.execute("LOCK TABLE payment IN ROW EXCLUSIVE MODE");

            Flyway next = nextVersion("ALTER TABLE payment ADD COLUMN of_a_test text;");

            assertThatThrownBy(next::migrate).hasStackTraceContaining("lock timeout");
        }
    }

    @Test
    void an_index_is_built_without_keeping_others_from_writing() throws IOException {
        Flyway next =
                nextVersion("CREATE INDEX CONCURRENTLY payment_of_a_test ON payment (tenant_id);");

        next.migrate();

        Boolean valid =
                JdbcClient.create(stores.database("payments").asOwner())
                        .sql(
                                "SELECT indisvalid FROM pg_index"
                                        + " WHERE indexrelid = 'payment_of_a_test'::regclass")
                        .query(Boolean.class)
                        .single();
        assertThat(valid).isTrue();
    }

    /// The service's own Flyway with one additional migration.
    private Flyway nextVersion(String sql) throws IOException {
        Files.writeString(folder.resolve("V900__of_a_test.sql"), sql);
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("filesystem:" + folder)
                .ignoreMigrationPatterns("*:*")
                .load();
    }
}
