package io.paymentsengine.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A Markdown document, without its code blocks.
record Markdown(HouseFile file) {

    private static final Pattern FENCE = Pattern.compile("^\\s*(```|~~~)");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(<?([^)\\s>]+)>?[^)]*\\)");
    private static final Pattern REFERENCE = Pattern.compile("^\\[[^]]+]:\\s+(\\S+)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.+?)\\s*#*$");

    /// A text and the number of its line.
    record Said(int line, String text) {

        /// The text without a leading `./`.
        Said withoutDot() {
            return new Said(line, text.replaceFirst("^\\./", ""));
        }
    }

    /// All documents of a house.
    static List<Markdown> of(House house) {
        return house.files(".md").stream().map(Markdown::new).toList();
    }

    /// The lines outside of code blocks.
    List<Said> prose() {
        List<Said> prose = new ArrayList<>();
        boolean code = false;
        int number = 0;
        for (String line : file.lines()) {
            number++;
            boolean fence = FENCE.matcher(line).find();
            if (!fence && !code) {
                prose.add(new Said(number, line));
            }
            code ^= fence;
        }
        return prose;
    }

    /// The texts in backticks.
    Stream<Said> spans() {
        return prose().stream().flatMap(said -> found(SPAN, said, said.text()));
    }

    /// The targets of links and images.
    Stream<Said> links() {
        return prose().stream()
                .flatMap(
                        said -> {
                            String text = SPAN.matcher(said.text()).replaceAll("code");
                            return Stream.concat(
                                    found(LINK, said, text), found(REFERENCE, said, text));
                        });
    }

    /// The anchors of the headings, as GitHub generates them.
    List<String> anchors() {
        return prose().stream()
                .flatMap(said -> found(HEADING, said, said.text()))
                .map(Said::text)
                .map(Markdown::anchor)
                .toList();
    }

    private static String anchor(String heading) {
        String text = heading.replaceAll("]\\([^)]*\\)", "").toLowerCase(Locale.ROOT);
        return text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private static Stream<Said> found(Pattern pattern, Said said, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> new Said(said.line(), result.group(1)));
    }
}
