package io.paymentsengine.localstack.store;

import org.postgresql.ds.PGSimpleDataSource;

/// The database of one service. Its owner role runs the migrations; its application role reads and
/// writes rows.
public record Database(String host, int port, String name, Login owner, Login application) {

    private static final String URL = "jdbc:postgresql://%s:%d/%s";

    /// The database with this name on a server, with its two roles.
    public static Database of(String host, int port, String name) {
        return new Database(host, port, name, Login.of(name + "_owner"), Login.of(name + "_app"));
    }

    public String url() {
        return URL.formatted(host, port, name);
    }

    /// Opens connections as the role that the service uses.
    public PGSimpleDataSource asApplication() {
        return at(host, port, name, application);
    }

    /// Opens connections as the role that owns the tables.
    public PGSimpleDataSource asOwner() {
        return at(host, port, name, owner);
    }

    /// Opens connections to which no row-level security policy applies.
    public PGSimpleDataSource asSuperuser() {
        return at(host, port, name, Login.SUPERUSER);
    }

    static PGSimpleDataSource at(String host, int port, String name, Login login) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(URL.formatted(host, port, name));
        database.setUser(login.name());
        database.setPassword(login.password());
        return database;
    }
}
