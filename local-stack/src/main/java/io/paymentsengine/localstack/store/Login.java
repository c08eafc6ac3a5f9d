package io.paymentsengine.localstack.store;

/// A PostgreSQL role that can log in. The passwords are not secret: the server is for local use
/// only.
public record Login(String name, String password) {

    /// The superuser.
    public static final Login SUPERUSER = of("postgres");

    static Login of(String name) {
        return new Login(name, name + "-local");
    }
}
