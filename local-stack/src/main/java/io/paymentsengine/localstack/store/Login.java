package io.paymentsengine.localstack.store;

/// A role of PostgreSQL that may log in. Not secrets: the server is alone on loopback.
public record Login(String name, String password) {

    /// Who may do everything.
    public static final Login SUPERUSER = of("postgres");

    static Login of(String name) {
        return new Login(name, name + "-local");
    }
}
