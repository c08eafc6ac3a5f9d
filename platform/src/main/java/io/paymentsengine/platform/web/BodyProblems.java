package io.paymentsengine.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Explains what is wrong with a body that could not be read: where, and what is expected there.
/// Jackson's own messages name classes, so none of them is passed on.
final class BodyProblems {

    /// Jackson distinguishes these two errors from others only by their messages.
    private static final String DUPLICATE = "Duplicate Object property";

    private static final String TRAILING = "Trailing token";

    private BodyProblems() {}

    static Problem of(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyLimit.Exceeded) {
                return BodyLimit.problem();
            }
        }
        return unreadable.getCause() instanceof JacksonException json
                ? of(json)
                : malformed("A body is needed, and none came.");
    }

    private static Problem of(JacksonException json) {
        return switch (json) {
            case JacksonIOException _ -> malformed("The body did not arrive whole.");
            case StreamConstraintsException _ ->
                    malformed(
                            "The body is nested too deeply, has too many parts, or has a name or"
                                    + " number too long.");
            case InputCoercionException number ->
                    refused(json, TypeDescriptions.of(number.getTargetType()));
            case StreamReadException twice when saysOf(twice, DUPLICATE) ->
                    Problem.invalid(InputError.at(hereOf(twice), "must not be given twice"));
            case StreamReadException _ ->
                    malformed("The body is not well-formed JSON" + place(json) + ".");
            case ValueInstantiationException made -> refused(json, reasonOf(made));
            case MismatchedInputException behind when saysOf(behind, TRAILING) ->
                    malformed("There is more than one value in the body.");
            case MismatchedInputException mismatch ->
                    refused(json, TypeDescriptions.of(mismatch.getTargetType()));
            default -> malformed("The body is not what this resource takes.");
        };
    }

    /// A value object that refuses its input says why. Any other failure on the way there says
    /// nothing that a client should read.
    private static String reasonOf(ValueInstantiationException made) {
        return made.getCause() instanceof IllegalArgumentException refusal
                        && refusal.getMessage() != null
                ? refusal.getMessage()
                : "is not complete or not valid";
    }

    private static Problem refused(JacksonException json, String message) {
        return Problem.invalid(List.of(InputError.at(pointerOf(json), message)));
    }

    private static String pointerOf(JacksonException json) {
        String pointer =
                json.getPath().stream()
                        .map(
                                step ->
                                        step.getPropertyName() == null
                                                ? Pointer.index(step.getIndex())
                                                : Pointer.name(step.getPropertyName()))
                        .collect(Collectors.joining());
        return json.getCause() instanceof InvalidPart part ? pointer + part.pointer() : pointer;
    }

    private static boolean saysOf(JacksonException json, String words) {
        return json.getOriginalMessage().startsWith(words);
    }

    /// The current position of the parser: the parser's own errors carry no path.
    private static String hereOf(JacksonException json) {
        return json.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : "";
    }

    private static String place(JacksonException json) {
        TokenStreamLocation location = json.getLocation();
        return location == null
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static Problem malformed(String detail) {
        return Problem.of(ProblemType.MALFORMED_BODY, detail);
    }
}
