package io.paymentsengine.platform.tenancy;

/// Shows tests in other packages the scope of the current thread.
public final class Scopes {

    private Scopes() {}

    /// The value that the database would get.
    public static String current() {
        return TenantScope.currentSetting().orElse("nobody");
    }
}
