package io.paymentsengine.platform.web;

import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.telemetry.LogContext;
import io.paymentsengine.platform.tenancy.TenantScope;
import io.paymentsengine.platform.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/// Admits a request to the API for exactly one registered tenant, and shows it only that tenant's
/// rows. An asynchronous dispatch passes through this filter again. A thread that a controller
/// starts does not, and sees no rows unless it opens the scope itself.
final class TenantFilter extends OncePerRequestFilter {

    static final String HEADER = "x-tenant-id";
    static final String PATHS = "/api/*";

    private static final String ATTRIBUTE = TenantId.class.getName();

    private final Tenants tenants;
    private final ProblemWriter problems;

    TenantFilter(Tenants tenants, ProblemWriter problems) {
        this.tenants = tenants;
        this.problems = problems;
    }

    /// The tenant for which the request was admitted, for controllers.
    static TenantId of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof TenantId tenant) {
            return tenant;
        }
        throw new IllegalStateException("A controller for tenants belongs under " + PATHS);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TenantId tenant;
        try {
            tenant = registered(named(request));
        } catch (ProblemException refused) {
            problems.write(refused.problem(), request, response);
            return;
        }
        request.setAttribute(ATTRIBUTE, tenant);
        proceed(tenant, request, response, chain);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static TenantId named(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(HEADER));
        if (values.size() != 1) {
            throw refusal(values.isEmpty() ? "must be given" : "must be given once").exception();
        }
        try {
            return new TenantId(values.getFirst());
        } catch (IllegalArgumentException malformed) {
            throw refusal(String.valueOf(malformed.getMessage())).exception();
        }
    }

    private TenantId registered(TenantId tenant) {
        if (tenants.find(tenant).isEmpty()) {
            throw Problem.of(ProblemType.UNKNOWN_TENANT, "No tenant has this id.").exception();
        }
        return tenant;
    }

    private static void proceed(
            TenantId tenant,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try (var _ = LogContext.tenant(tenant)) {
            TenantScope.of(tenant)
                    .call(
                            () -> {
                                chain.doFilter(request, response);
                                return tenant;
                            });
        } catch (ServletException | IOException | RuntimeException fault) {
            throw fault;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    private static Problem refusal(String message) {
        return new Problem(
                ProblemType.INVALID_TENANT,
                "Every call names its tenant in the header " + HEADER + ".",
                List.of(InputError.header(HEADER, message)));
    }
}
