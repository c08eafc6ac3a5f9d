package io.paymentsengine.platform.tenancy;

/// Shows tests of other packages for whom a thread works.
public final class Scopes {

    private Scopes() {}

    /// What the database would be told.
    public static String current() {
        return TenantScope.currentSetting().orElse("nobody");
    }
}
