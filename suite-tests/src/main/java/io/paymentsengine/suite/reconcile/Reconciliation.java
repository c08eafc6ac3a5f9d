package io.paymentsengine.suite.reconcile;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.invariants.Books;
import io.paymentsengine.suite.invariants.Invariants;
import io.paymentsengine.suite.invariants.Violation;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/// Compares what the four databases of an installation say about every payment: that each database is
/// consistent, that payment, saga and ledger agree, and that nothing is held for a payment that has ended. It
/// reads and changes nothing.
public final class Reconciliation {

    private static final int AGREED = 0;
    private static final int DIFFERS = 1;
    private static final int NOT_POSSIBLE = 2;

    private static final String USAGE =
            "Give -Ddatabases=, a JDBC URL with {name} where the name of the database (payments, validation,"
                    + " accounts or sagas) goes, -Duser=, a role that bypasses row-level security, and the"
                    + " password in the environment variable PGPASSWORD";

    private Reconciliation() {}

    /// Prints each violated invariant with some examples. The exit code is 0 if there is none, 1 if there is
    /// one, and 2 if the databases can't be read.
    public static void main(String[] args) {
        System.exit(
                reconcile(
                        System.getProperty("databases", ""),
                        System.getProperty("user", ""),
                        System.getenv().getOrDefault("PGPASSWORD", ""),
                        System.out));
    }

    static int reconcile(String url, String user, String password, PrintStream out) {
        if (!url.contains("{name}") || user.isBlank()) {
            out.println(USAGE);
            return NOT_POSSIBLE;
        }
        try (Books books = Books.open(service -> connect(service, url, user, password))) {
            List<Violation> violations = Invariants.violations(books);
            violations.forEach(violation -> print(violation, out));
            out.println(
                    violations.isEmpty()
                            ? "The four databases agree."
                            : violations.size() + " invariants are violated.");
            return violations.isEmpty() ? AGREED : DIFFERS;
        } catch (SQLException failed) {
            out.println(failed.getMessage());
            return NOT_POSSIBLE;
        }
    }

    /// Under row-level security, a role that does not bypass it would see no rows and find no fault.
    private static Connection connect(Service service, String url, String user, String password)
            throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        Connection connection =
                DriverManager.getConnection(url.replace("{name}", service.database()), login);
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")) {
            row.next();
            if (!row.getBoolean(1)) {
                connection.close();
                throw new SQLException(
                        "The role %s is subject to row-level security and would see nothing: use a superuser, or a role with BYPASSRLS"
                                .formatted(user));
            }
        }
        return connection;
    }

    private static void print(Violation violation, PrintStream out) {
        out.println("VIOLATED: " + violation.invariant());
        violation.examples().forEach(example -> out.println("  " + example));
    }
}
