package io.paymentsengine.suite.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/// `pgbench`'s "TPC-B (sort of)" through JDBC: the same tables and the same five statements.
final class JdbcTpcb {

    private static final int TELLERS = 10;
    private static final int ACCOUNTS = 100_000;
    private static final int DELTA_MAX = 5_000;

    private static final String TABLES =
            """
            CREATE TABLE pgbench_branches (bid int PRIMARY KEY, bbalance int, filler char(88))
                WITH (fillfactor = 100);
            CREATE TABLE pgbench_tellers (tid int PRIMARY KEY, bid int, tbalance int, filler char(84))
                WITH (fillfactor = 100);
            CREATE TABLE pgbench_accounts (aid int PRIMARY KEY, bid int, abalance int, filler char(84))
                WITH (fillfactor = 100);
            CREATE TABLE pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp,
                filler char(22));
            INSERT INTO pgbench_branches SELECT bid, 0 FROM generate_series(1, :scale) AS bid;
            INSERT INTO pgbench_tellers
                SELECT tid, (tid - 1) / 10 + 1, 0 FROM generate_series(1, :scale * 10) AS tid;
            INSERT INTO pgbench_accounts
                SELECT aid, (aid - 1) / 100000 + 1, 0, '' FROM generate_series(1, :scale * 100000) AS aid;
            """;

    private JdbcTpcb() {}

    static void fill(DataSource database, int scale) {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLES.replace(":scale", Integer.toString(scale)));
            statement.execute("VACUUM ANALYZE");
        } catch (SQLException failed) {
            throw new IllegalStateException("the reference's tables could not be made", failed);
        }
    }

    /// Returns transactions per second.
    static double run(DataSource database, int scale, int clients, Duration time) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            long start = System.nanoTime();
            long end = start + time.toNanos();
            List<Callable<Long>> all =
                    IntStream.range(0, clients)
                            .<Callable<Long>>mapToObj(
                                    client -> () -> transactions(database, scale, client, end))
                            .toList();
            long done = 0;
            for (var one : threads.invokeAll(all)) {
                done += one.get();
            }
            return done / ((System.nanoTime() - start) / 1e9);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("the reference failed", failed);
        }
    }

    private static long transactions(DataSource database, int scale, long seed, long end)
            throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        long done = 0;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var pay = update(connection, "pgbench_accounts", "abalance", "aid");
                    var look =
                            connection.prepareStatement(
                                    "SELECT abalance FROM pgbench_accounts WHERE aid = ?");
                    var tell = update(connection, "pgbench_tellers", "tbalance", "tid");
                    var sum = update(connection, "pgbench_branches", "bbalance", "bid");
                    var note =
                            connection.prepareStatement(
                                    "INSERT INTO pgbench_history (tid, bid, aid, delta, mtime)"
                                            + " VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP)")) {
                while (System.nanoTime() < end) {
                    int account = 1 + random.nextInt(scale * ACCOUNTS);
                    int teller = 1 + random.nextInt(scale * TELLERS);
                    int branch = 1 + random.nextInt(scale);
                    int delta = random.nextInt(-DELTA_MAX, DELTA_MAX + 1);
                    execute(pay, delta, account);
                    execute(look, account);
                    execute(tell, delta, teller);
                    execute(sum, delta, branch);
                    execute(note, teller, branch, account, delta);
                    connection.commit();
                    done++;
                }
            }
        }
        return done;
    }

    private static PreparedStatement update(
            Connection connection, String table, String column, String key) throws SQLException {
        return connection.prepareStatement(
                "UPDATE %s SET %s = %s + ? WHERE %s = ?".formatted(table, column, column, key));
    }

    private static void execute(PreparedStatement statement, int... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setInt(i + 1, values[i]);
        }
        statement.execute();
    }
}
