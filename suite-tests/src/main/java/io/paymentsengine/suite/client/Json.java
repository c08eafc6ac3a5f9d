package io.paymentsengine.suite.client;

import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes bodies. Unknown fields are ignored, because responses may gain fields.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String write(Object body) {
        return body instanceof String text ? text : MAPPER.writeValueAsString(body);
    }

    static JsonNode tree(String body) {
        return MAPPER.readTree(body);
    }

    static <T> T read(String body, Class<T> shape) {
        return MAPPER.readValue(body, shape);
    }

    static <T> Page<T> readPage(String body, Class<T> item) {
        JavaType page = MAPPER.getTypeFactory().constructParametricType(Page.class, item);
        return MAPPER.readValue(body, page);
    }
}
