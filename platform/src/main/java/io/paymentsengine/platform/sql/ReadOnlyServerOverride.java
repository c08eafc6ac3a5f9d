package io.paymentsengine.platform.sql;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// Makes a connection pool evict connections to a database server that has become a replica. Such a server
/// still answers, but it refuses writes for as long as the connection is kept; a new connection looks for the
/// primary again. Configured in `platform.yaml`.
public final class ReadOnlyServerOverride implements SQLExceptionOverride {

    /// SQLSTATE of `read_only_sql_transaction` (PostgreSQL documentation, appendix A).
    public static final String SQL_STATE = "25006";

    @java.lang.Override
    public Override adjudicate(SQLException refusal) {
        return SQL_STATE.equals(refusal.getSQLState())
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }
}
