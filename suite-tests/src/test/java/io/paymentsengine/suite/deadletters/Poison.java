package io.paymentsengine.suite.deadletters;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.Suite;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A fault in account-service's database while this is open: it refuses every reservation on one account, as
/// a faulty constraint would.
final class Poison implements AutoCloseable {

    private final Suite suite;

    private Poison(Suite suite) {
        this.suite = suite;
    }

    static Poison of(String account, Suite suite) throws SQLException {
        Poison poison = new Poison(suite);
        poison.execute(
                "ALTER TABLE reservation ADD CONSTRAINT poison CHECK (account_id <> '%s') NOT VALID"
                        .formatted(account));
        return poison;
    }

    /// Removes the fault.
    @Override
    public void close() throws SQLException {
        execute("ALTER TABLE reservation DROP CONSTRAINT poison");
    }

    private void execute(String sql) throws SQLException {
        try (Connection accounts = suite.connect(Service.ACCOUNT_SERVICE);
                Statement statement = accounts.createStatement()) {
            statement.execute(sql);
        }
    }
}
