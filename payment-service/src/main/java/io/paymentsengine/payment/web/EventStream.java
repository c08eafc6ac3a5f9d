package io.paymentsengine.payment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// An answer of server-sent events.
final class EventStream {

    private final PrintWriter out;
    private final JsonMapper json;

    private EventStream(PrintWriter out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    static EventStream open(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new EventStream(response.getWriter(), json);
    }

    /// An event that a client can go on behind.
    void send(long id, String event, Object data) {
        out.print("id: " + id + "\n");
        out.print("event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n");
    }

    /// Says nothing, so that who went away is noticed and nobody in between hangs up.
    void heartbeat() {
        out.print(":\n\n");
    }

    /// Sends what was written, and tells whether the client is still there.
    boolean flush() {
        return !out.checkError();
    }
}
