package io.paymentsengine.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses parameters of path segments (RFC 3986, 3.3), which no resource has. Spring ignores them when
/// it matches a path, but a proxy doesn't: a request that a policy in front denies by its path would get
/// in under another spelling.
final class PathParameterFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    PathParameterFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().indexOf(';') >= 0) {
            problems.write(
                    Problem.of(
                            ProblemType.INVALID_REQUEST,
                            "No path here has a ';'. Write it as %3B where it belongs to a value."),
                    request,
                    response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
