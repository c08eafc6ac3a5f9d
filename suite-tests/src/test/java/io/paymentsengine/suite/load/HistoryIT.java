package io.paymentsengine.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.localstack.service.Service;
import io.paymentsengine.suite.RunningSuite;
import io.paymentsengine.suite.Suite;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@ExtendWith(RunningSuite.class)
class HistoryIT {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final Suite suite;

    HistoryIT(Suite suite) {
        this.suite = suite;
    }

    @Test
    void however_much_there_is_it_fills_the_whole_time() throws SQLException {
        long most = 1_000_000_000;
        try (Connection connection = suite.connect(Service.ACCOUNT_SERVICE)) {
            JdbcClient database =
                    JdbcClient.create(new SingleConnectionDataSource(connection, true));
            database.sql(HistoryRows.MOMENT).update();
            assertThat(List.of(0L, most / 2, most))
                    .extracting(number -> moment(database, number, most))
                    .containsExactly(FROM, FROM.plus(MONTH.dividedBy(2)), FROM.plus(MONTH));
        }
    }

    private static Instant moment(JdbcClient database, long number, long of) {
        return database.sql("SELECT pg_temp.moment(?, ?, ?, ?)")
                .params(number, of, FROM.toString(), MONTH.toSeconds())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
