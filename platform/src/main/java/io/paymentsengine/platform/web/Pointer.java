package io.paymentsengine.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// RFC 6901 JSON pointers.
final class Pointer {

    /// One step of a bean path such as `items[0].amount.value` or `limits[EUR]`.
    private static final Pattern STEP = Pattern.compile("\\[([^\\]]*)\\]|([^.\\[\\]]+)");

    private Pointer() {}

    static String name(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String index(int index) {
        return "/" + index;
    }

    /// The pointer that corresponds to a bean path. Constraint violations on the elements of a list
    /// add steps such as `<list element>`, which are not part of the document.
    static String ofPath(String beanPath) {
        StringBuilder pointer = new StringBuilder();
        Matcher step = STEP.matcher(beanPath);
        while (step.find()) {
            String part = step.group(1) == null ? step.group(2) : step.group(1);
            if (!part.isEmpty() && !part.startsWith("<")) {
                pointer.append(name(part));
            }
        }
        return pointer.toString();
    }
}
