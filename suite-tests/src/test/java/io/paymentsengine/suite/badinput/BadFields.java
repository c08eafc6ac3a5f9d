package io.paymentsengine.suite.badinput;

import io.paymentsengine.suite.badinput.Attempt.Body;
import io.paymentsengine.suite.badinput.Attempt.Refusal;
import io.paymentsengine.suite.logs.NewLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Everything that can be wrong with a field of a body. Each field of a valid body is replaced by every
/// invalid value known for its type, and the problem must point at it.
final class BadFields {

    private static final JsonMapper JSON = new JsonMapper();

    /// Fields that may be absent.
    private static final Set<String> OPTIONAL = Set.of("reference", "overdraftLimit");

    private static final List<String> NEVER_TEXT =
            List.of(
                    "1",
                    "true",
                    "{}",
                    "[]",
                    "[\"x\"]",
                    "\"x\\u0000\"",
                    "\"x\\r\\n" + NewLines.FORGED + "\"",
                    "\"\\u001b[2J\"",
                    "\"\\u2028\"",
                    "\"\\ud800\"",
                    "\"" + "x".repeat(100_000) + "\"");

    private static final List<String> NO_AMOUNTS =
            List.of(
                    "\"-1.00\"",
                    "\"1.001\"",
                    "\"9223372036854775808\"",
                    "\"92233720368547758.08\"",
                    "\"99999999999999999999999999\"",
                    "1.00",
                    "\"1e2\"",
                    "\"NaN\"",
                    "\"Infinity\"",
                    "\"1,00\"",
                    "\" 1.00\"",
                    "\"+1.00\"",
                    "\"01.00\"",
                    "\"1.\"",
                    "\".5\"",
                    "\"0x10\"",
                    "\"١.٠٠\"",
                    "\"\"");

    private static final List<String> NO_CURRENCIES =
            List.of("\"QQQ\"", "\"eur\"", "\"EURO\"", "\"XAU\"", "\"€\"", "\"\"", "978");

    private static final List<String> NO_REFERENCES =
            List.of(
                    "\"nonsense\"",
                    "\"' OR '1'='1\"",
                    "\"<b>\"",
                    "\"1-1-1-1-1\"",
                    "\"nl91abna0417164300\"",
                    "\"NL91 ABNA 0417 1643 00\"",
                    "\"\"");

    private static final List<String> NO_COUNTS =
            List.of(
                    "0",
                    "-1",
                    "1.5",
                    "1e400",
                    "99999999999999999999",
                    "\"1\"",
                    "true",
                    "{}",
                    "null");

    private BadFields() {}

    static Stream<Attempt> of(GoodRequest good) {
        if (good.body() == null) {
            return Stream.empty();
        }
        JsonNode right = JSON.readTree(good.body());
        return pointers("", right)
                .flatMap(
                        pointer ->
                                valuesFor(pointer, right.at(pointer))
                                        .map(value -> attempt(good, right, pointer, value)));
    }

    private static Stream<String> pointers(String at, JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream()
                    .flatMap(each -> pointers(at + "/" + each.getKey(), each.getValue()));
        }
        return node.isArray()
                ? Stream.concat(Stream.of(at), pointers(at + "/0", node.get(0)))
                : Stream.of(at);
    }

    private static Stream<String> valuesFor(String pointer, JsonNode right) {
        if (right.isArray()) {
            return Stream.of("null", "1", "\"x\"", "[null]", "[1]");
        }
        if (right.isNumber()) {
            return NO_COUNTS.stream();
        }
        List<String> values = new ArrayList<>(NEVER_TEXT);
        if (!OPTIONAL.contains(pointer.replaceFirst(".*/", ""))) {
            values.add("null");
        }
        values.addAll(special(pointer));
        return values.stream();
    }

    private static List<String> special(String pointer) {
        return switch (pointer.replaceFirst(".*/", "")) {
            case "value" ->
                    Stream.concat(NO_AMOUNTS.stream(), Stream.of("\"0\"", "\"0.00\"")).toList();
            case "overdraftLimit" ->
                    NO_AMOUNTS.stream().filter(each -> !each.equals("1.00")).toList();
            case "EUR" -> NO_AMOUNTS;
            case "currency" -> NO_CURRENCIES;
            case "debtorAccount", "creditorAccount", "0" -> NO_REFERENCES;
            case "name", "operator", "reason" -> List.of("\"\"", "\"  \"");
            case "idempotencyKey" -> List.of("\"\"", "\"in between\"", "\"é\"");
            case "reference" -> List.of();
            default -> throw new AssertionError(pointer + ": no invalid values are known");
        };
    }

    private static Attempt attempt(GoodRequest good, JsonNode right, String pointer, String value) {
        String wrong = value.substring(0, Math.min(40, value.length())).replace("\n", " ");
        return good.withBody(
                pointer + " is " + wrong,
                Body.json(changed(right, pointer, value)),
                Refusal.INVALID,
                pointer);
    }

    private static String changed(JsonNode right, String pointer, String value) {
        JsonNode copy = right.deepCopy();
        String parent = pointer.replaceFirst("/[^/]*$", "");
        String name = pointer.replaceFirst(".*/", "");
        // inserted as text, because no JSON library would write some of these values
        String mark = "\"@@@\"";
        switch (copy.at(parent)) {
            case ObjectNode object -> object.put(name, "@@@");
            case ArrayNode array -> array.set(Integer.parseInt(name), array.stringNode("@@@"));
            case JsonNode other -> throw new AssertionError(other + " has no parts");
        }
        return copy.toString().replace(mark, value);
    }
}
