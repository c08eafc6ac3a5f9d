package io.paymentsengine.suite.badinput;

import static java.util.Objects.requireNonNull;

import io.paymentsengine.suite.badinput.Attempt.Body;
import io.paymentsengine.suite.badinput.Attempt.Refusal;
import java.util.stream.Stream;

/// Everything that can be wrong with a body as a whole.
final class BadBodies {

    private static final int MEBIBYTE = 1 << 20;

    private static final Refusal MALFORMED = Refusal.MALFORMED;
    private static final Refusal TOO_LARGE = Refusal.of(413, "content-too-large");
    private static final Refusal UNSUPPORTED = Refusal.of(415, "unsupported-media-type");

    private BadBodies() {}

    static Stream<Attempt> of(GoodRequest good) {
        return good.body() == null
                ? Stream.empty()
                : Stream.of(notJson(good), notThis(good), tooMuch(good), otherTypes(good))
                        .flatMap(attempts -> attempts);
    }

    private static Stream<Attempt> notJson(GoodRequest good) {
        String right = requireNonNull(good.body());
        Stream<String> texts =
                Stream.of(
                        "",
                        "null",
                        "{",
                        "nonsense",
                        "{'single': 1}",
                        "{\"a\": NaN}",
                        "{\"a\": 01}",
                        "{\"a\": \"line\nbreak\"}",
                        "// comment\n{}",
                        "<?xml version=\"1.0\"?><a/>",
                        right + right,
                        right + "]",
                        "{\"a\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}");
        Stream<Attempt> written =
                texts.map(text -> good.withBody(start(text), Body.json(text), MALFORMED, null));
        return Stream.concat(
                written,
                Stream.of(
                        good.withBody(
                                "not UTF-8",
                                new Body("{\"a\": \"é\"}", "application/json", true),
                                MALFORMED,
                                null)));
    }

    private static Stream<Attempt> notThis(GoodRequest good) {
        return Stream.concat(
                Stream.of("[]", "\"text\"", "1", "true", "[null]")
                        .map(
                                text ->
                                        good.withBody(
                                                start(text),
                                                Body.json(text),
                                                Refusal.INVALID,
                                                null)),
                Stream.of(
                        good.withBody(
                                "a key given twice",
                                Body.json("{\"a\": 1, \"a\": 2}"),
                                Refusal.INVALID,
                                "/a")));
    }

    private static Stream<Attempt> tooMuch(GoodRequest good) {
        Body huge = Body.json(good.body() + " ".repeat(MEBIBYTE));
        return Stream.of(
                good.withBody("more than 1 MiB", huge, TOO_LARGE, null),
                good.withBody("more than 1 MiB in chunks", huge.inChunks(), TOO_LARGE, null));
    }

    private static Stream<Attempt> otherTypes(GoodRequest good) {
        Body right = Body.json(requireNonNull(good.body()));
        return Stream.of(
                        "text/plain",
                        "application/xml",
                        "multipart/form-data",
                        "multipart/form-data; boundary=x",
                        "application/x-www-form-urlencoded",
                        "application/json; charset=nonsense",
                        "no-type",
                        "")
                .map(
                        type ->
                                good.withBody(
                                        "of the type " + type,
                                        right.as(type.isEmpty() ? null : type),
                                        UNSUPPORTED,
                                        null));
    }

    private static String start(String text) {
        return "the body " + text.substring(0, Math.min(text.length(), 30)).replace("\n", " ");
    }
}
