package io.paymentsengine.contracts.vocabulary;

import java.util.regex.Pattern;

/// Identifies a tenant, such as `STD-001`: three capital letters, a hyphen, three digits.
public record TenantId(String value) implements Comparable<TenantId> {

    private static final Pattern FORM = Pattern.compile("[A-Z]{3}-[0-9]{3}");

    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be three capital letters, a hyphen and three digits, such as STD-001");
        }
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
