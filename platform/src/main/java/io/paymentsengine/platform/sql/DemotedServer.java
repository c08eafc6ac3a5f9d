package io.paymentsengine.platform.sql;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/// Lets a pool give up connections to a database server that has become a replica: it answers, and what it is
/// asked to write it refuses, for as long as the connection is kept. The next one asks where the primary is.
/// Named in `platform.yaml`.
public final class DemotedServer implements SQLExceptionOverride {

    /// `read_only_sql_transaction`, PostgreSQL's appendix A.
    public static final String SQL_STATE = "25006";

    @java.lang.Override
    public Override adjudicate(SQLException refusal) {
        return SQL_STATE.equals(refusal.getSQLState())
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }
}
