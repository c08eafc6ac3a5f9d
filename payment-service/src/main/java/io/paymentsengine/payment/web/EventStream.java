package io.paymentsengine.payment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// A response that consists of server-sent events.
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

    /// Writes an event after which a client can resume.
    void send(long id, String event, Object data) {
        out.print("id: " + id + "\n");
        out.print("event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n");
    }

    /// Writes an empty comment, so that a disconnected client is noticed and no intermediary closes
    /// the connection.
    void heartbeat() {
        out.print(":\n\n");
    }

    /// Sends what was written, and returns whether the client is still connected.
    boolean flush() {
        return !out.checkError();
    }
}
