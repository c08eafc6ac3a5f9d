package io.paymentsengine.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Checks that the client can read the answer before anything is done. Spring MVC finds out only
/// when it writes the answer, and by then a payment has been made that is answered with 406.
final class AcceptHeaderInterceptor implements HandlerInterceptor {

    static final String PATHS = "/api/**";

    private static final List<MediaType> ANSWERS = List.of(MediaType.APPLICATION_JSON);

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        boolean checked =
                request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) != null;
        if (!checked && !isAcceptable(request)) {
            throw new HttpMediaTypeNotAcceptableException(ANSWERS);
        }
        return true;
    }

    private static boolean isAcceptable(HttpServletRequest request) {
        List<String> lines = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(lines);
            return accepted.isEmpty()
                    || accepted.stream().anyMatch(MediaType.APPLICATION_JSON::isCompatibleWith);
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }
}
