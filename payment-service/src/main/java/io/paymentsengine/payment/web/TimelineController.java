package io.paymentsengine.payment.web;

import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.payment.application.PaymentKey;
import io.paymentsengine.payment.application.ReadTimeline;
import io.paymentsengine.payment.application.ReadTimeline.Timeline;
import io.paymentsengine.payment.application.TimelineItem;
import io.paymentsengine.payment.application.Watch;
import io.paymentsengine.payment.application.Watches;
import io.paymentsengine.platform.web.Problem;
import io.paymentsengine.platform.web.ProblemType;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Shows what has happened to a payment: a snapshot, or a live stream.
@RestController
@RequestMapping(Responses.PAYMENTS + "/{paymentId}/timeline")
class TimelineController {

    private static final int BEFORE_THE_FIRST = -1;

    private static final Problem TOO_MANY =
            Problem.of(
                    new ProblemType("too-many-timelines", "Too many timelines are followed", 429),
                    "There is room for this one when others of the tenant, or of all, are no longer"
                            + " followed.");

    private final ReadTimeline readTimeline;
    private final Watches watches;
    private final JsonMapper json;

    TimelineController(ReadTimeline readTimeline, Watches watches, JsonMapper json) {
        this.readTimeline = readTimeline;
        this.watches = watches;
        this.json = json;
    }

    /// A timeline as clients see it.
    record TimelineView(List<TimelineItem> items) {}

    /// Returns what has happened so far. A client that names the last item it has seen gets only the rest, as
    /// in the live stream.
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    TimelineView read(
            TenantId tenant,
            @PathVariable PaymentId paymentId,
            @RequestHeader("Last-Event-ID") Optional<Integer> lastSeen) {
        return new TimelineView(
                timeline(tenant, paymentId).items().stream().skip(next(lastSeen)).toList());
    }

    /// Streams server-sent events until the payment has ended. A client that reconnects afterwards would get
    /// the end again and again; status 204 tells it to stop. The stream occupies its thread, which is a virtual
    /// one, so waiting costs nothing.
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "One event per item, and at last the payment",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "204",
            description =
                    "The payment has ended, and Last-Event-ID names that event: nothing comes",
            content = @Content)
    @ApiResponse(
            responseCode = "429",
            description = "Live: the tenant follows as many timelines as it may at once")
    void follow(
            TenantId tenant,
            @PathVariable PaymentId paymentId,
            @RequestHeader("Last-Event-ID") Optional<Integer> lastSeen,
            HttpServletResponse response)
            throws IOException {
        try (Watch watch = watch(new PaymentKey(tenant, paymentId))) {
            Timeline soFar = timeline(tenant, paymentId);
            if (TimelineStream.isOver(soFar, next(lastSeen))) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else {
                EventStream events = EventStream.open(response, json);
                new TimelineStream(events, watch, next(lastSeen))
                        .follow(soFar, () -> timeline(tenant, paymentId));
            }
        }
    }

    /// Position of the first item that the client has not seen.
    private static long next(Optional<Integer> lastSeen) {
        return Math.max(0, lastSeen.orElse(BEFORE_THE_FIRST) + 1L);
    }

    private Timeline timeline(TenantId tenant, PaymentId paymentId) {
        return readTimeline.read(tenant, paymentId).orElseThrow(Responses::noSuchPayment);
    }

    private Watch watch(PaymentKey payment) {
        return watches.watchProgress(payment).orElseThrow(TOO_MANY::exception);
    }
}
