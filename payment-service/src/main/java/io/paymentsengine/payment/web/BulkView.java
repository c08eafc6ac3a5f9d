package io.paymentsengine.payment.web;

import io.paymentsengine.payment.application.RequestPayment.Outcome;
import io.paymentsengine.platform.web.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Outcomes of many payments, in the order in which they were requested.
record BulkView(List<Item> items) {

    /// Outcome of one payment.
    ///
    /// @param status the status code that a request for this payment alone would have received
    /// @param replayed whether the payment was accepted earlier and nothing was done again
    /// @param payment absent if it was refused
    /// @param problem why it was refused
    @Schema(name = "BulkViewItem")
    record Item(
            String idempotencyKey,
            int status,
            boolean replayed,
            @Nullable PaymentView payment,
            @Nullable Refusal problem) {}

    /// Problem detail (RFC 9457) of one item.
    record Refusal(String type, String title, int status, String detail) {

        private static Refusal of(Problem problem) {
            return new Refusal(
                    problem.type().uri().toString(),
                    problem.type().title(),
                    problem.type().status(),
                    problem.detail());
        }
    }

    /// @param outcomes one for each item of the request
    static BulkView of(BulkRequest request, List<Outcome> outcomes) {
        return new BulkView(
                IntStream.range(0, outcomes.size())
                        .mapToObj(
                                index ->
                                        item(
                                                request.items().get(index).idempotencyKey(),
                                                outcomes.get(index)))
                        .toList());
    }

    private static Item item(String key, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(var payment, _) ->
                    new Item(
                            key, Responses.statusOf(payment), false, PaymentView.of(payment), null);
            case Outcome.Repeated(var payment, _) ->
                    new Item(key, Responses.statusOf(payment), true, PaymentView.of(payment), null);
            case Outcome.KeyTaken _ -> refused(key, Responses.KEY_TAKEN);
            case Outcome.InFlight _ -> refused(key, Responses.IN_FLIGHT);
            case Outcome.Congested _ -> refused(key, Responses.CONGESTED);
        };
    }

    private static Item refused(String key, Problem problem) {
        return new Item(key, problem.type().status(), false, null, Refusal.of(problem));
    }
}
