package io.paymentsengine.platform.telemetry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Runs each request in the trace that it came with, or in a new one, so that logs and messages
/// carry it. A request that continues in another thread (asynchronous or error dispatch) stays in
/// its trace.
final class TraceFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = TraceParent.class.getName();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TraceParent trace = traceOf(request);
        try (var _ = LogContext.trace(trace)) {
            trace.call(
                    () -> {
                        chain.doFilter(request, response);
                        return true;
                    });
        } catch (ServletException | IOException | RuntimeException fault) {
            throw fault;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static TraceParent traceOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof TraceParent known) {
            return known;
        }
        TraceParent trace =
                TraceParent.parse(request.getHeader(TraceParent.HEADER))
                        .orElseGet(TraceParent::generate);
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }
}
