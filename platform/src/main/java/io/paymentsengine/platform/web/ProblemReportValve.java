package io.paymentsengine.platform.web;

import java.io.IOException;
import java.io.PrintWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/// Answers with a problem detail when Tomcat refuses a request before any filter sees it (a
/// malformed address, a bad header). The answer reveals nothing about the server.
final class ProblemReportValve extends ErrorReportValve {

    private static final int FIRST_ERROR = 400;

    private final ProblemWriter problems;

    ProblemReportValve(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < FIRST_ERROR
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        Problem problem = MvcProblems.of(HttpStatusCode.valueOf(response.getStatus()));
        problems.head(problem, response);
        try {
            PrintWriter reporter = response.getReporter();
            if (reporter != null) {
                reporter.write(problems.text(problem, request.getRequestURI()));
                response.finishResponse();
            }
        } catch (IOException clientIsGone) {
            getContainer().getLogger().debug("No problem detail was read", clientIsGone);
        }
    }
}
