package io.paymentsengine.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies above the limit: at once if their length is declared, otherwise when reading
/// exceeds the limit.
final class BodyLimitFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    BodyLimitFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > BodyLimit.BYTES_MAX) {
            problems.write(BodyLimit.problem(), request, response);
        } else {
            chain.doFilter(new BodyLimit(request), response);
        }
    }
}
