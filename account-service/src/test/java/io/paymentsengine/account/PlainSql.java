package io.paymentsengine.account;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A database role with an SQL prompt.
///
/// @param login the role
/// @param setting the tenant that is set for row-level security, `*` for all; not set if empty
record PlainSql(DataSource login, String setting) {

    /// Runs statements in one transaction.
    void run(String... statements) {
        in(
                sql -> {
                    for (String statement : statements) {
                        run(sql, statement);
                    }
                    return statements.length;
                });
    }

    /// Runs an action while a transaction with this statement is open, and then commits the
    /// transaction.
    <T> T whileHolding(String statement, Supplier<T> meanwhile) {
        return in(
                sql -> {
                    run(sql, statement);
                    return meanwhile.get();
                });
    }

    long count(String query) {
        return in(sql -> sql.sql(query).query(Long.class).single());
    }

    private static void run(JdbcClient sql, String statement) {
        if (statement.startsWith("SELECT")) {
            sql.sql(statement).query().listOfRows();
        } else {
            sql.sql(statement).update();
        }
    }

    private <T> T in(Function<JdbcClient, T> work) {
        JdbcClient sql = JdbcClient.create(login);
        return new TransactionTemplate(new DataSourceTransactionManager(login))
                .execute(
                        _ -> {
                            if (!setting.isEmpty()) {
                                sql.sql("SELECT set_config('payments.tenant', :setting, true)")
                                        .param("setting", setting)
                                        .query(String.class)
                                        .single();
                            }
                            return work.apply(sql);
                        });
    }
}
