package io.paymentsengine.localstack.store;

import io.paymentsengine.localstack.process.Server;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/// The databases of one PostgreSQL server, each with two roles of its own.
public final class Databases {

    /// Names that need no quoting.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_0-9]{0,30}");

    private final Server server;

    public Databases(Server server) {
        this.server = server;
    }

    /// The database with this name. Creates it and its roles if they don't exist.
    public synchronized Database named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a database must match " + NAME);
        }
        Database database = Database.of(server.host(), server.port(), name);
        var superuser = Database.at(server.host(), server.port(), "postgres", Login.SUPERUSER);
        try (Connection connection = superuser.getConnection()) {
            if (!exists(connection, name)) {
                create(connection, database);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("can't create database " + name, failed);
        }
        return database;
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        String sql = "SELECT FROM pg_database WHERE datname = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void create(Connection connection, Database database) throws SQLException {
        String name = database.name();
        Login owner = database.owner();
        Login application = database.application();
        List<String> statements =
                List.of(
                        roleIfMissing(owner),
                        roleIfMissing(application),
                        "CREATE DATABASE %s OWNER %s".formatted(name, owner.name()),
                        "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name),
                        "GRANT CONNECT ON DATABASE %s TO %s".formatted(name, application.name()));
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String roleIfMissing(Login login) {
        return """
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
                CREATE ROLE %1$s LOGIN PASSWORD '%2$s' NOSUPERUSER NOBYPASSRLS;
            END IF;
        END $$
        """
                .formatted(login.name(), login.password());
    }
}
