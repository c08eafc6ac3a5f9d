package io.paymentsengine.contracts.vocabulary;

import java.util.regex.Pattern;

/// Why a payment, a reservation or a settlement was refused: a stable code for programs, such as
/// `INSUFFICIENT_FUNDS`, and a sentence for humans.
public record RejectionReason(String code, String detail) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{2,49}");
    private static final int DETAIL_MAX = 500;

    public RejectionReason {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a reason's code is CAPITALS_AND_UNDERSCORES");
        }
        if (detail.length() > DETAIL_MAX) {
            throw new IllegalArgumentException("a reason's detail has at most 500 characters");
        }
    }
}
