package io.paymentsengine.payment.web;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.RequestPayment.Request;
import io.paymentsengine.platform.web.IdempotencyKey;
import io.paymentsengine.platform.web.InputError;
import io.paymentsengine.platform.web.InvalidPart;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Body of a request for many payments. One invalid item makes the whole request fail, and nothing of it is
/// accepted.
record BulkRequest(@NotNull @Size(min = 1, max = ITEMS_MAX) List<@NotNull @Valid Item> items) {

    /// A body has room for about twice as many. This many are committed in a few transactions.
    static final int ITEMS_MAX = 500;

    /// Refuses a request with too many items before each item is validated.
    BulkRequest {
        if (items != null && items.size() > ITEMS_MAX) {
            throw new InvalidPart("items", "must have at most %d items".formatted(ITEMS_MAX));
        }
    }

    /// One of the payments.
    ///
    /// @param idempotencyKey like the header of a single request, in its bare form. Required here, because a
    ///     client that gets no response has to send the whole request again
    @Schema(name = "BulkRequestItem")
    record Item(
            @Schema(pattern = "^[!-~]{1,255}$") @NotNull String idempotencyKey,
            @NotNull @Valid PaymentRequest payment) {

        /// @param at position of the item in the body, as a JSON pointer
        private Request toRequest(TenantId tenant, String at) {
            IdempotencyKey key =
                    InputError.reading(
                            at + "/idempotencyKey", () -> new IdempotencyKey(idempotencyKey));
            return new Request(
                    tenant,
                    Optional.of(key.value()),
                    payment.transfer(at + "/payment"),
                    Duration.ZERO);
        }
    }

    /// Returns the requests for all items, in order.
    List<Request> toRequests(TenantId tenant) {
        return IntStream.range(0, items.size())
                .mapToObj(index -> items.get(index).toRequest(tenant, "/items/" + index))
                .toList();
    }
}
