package io.paymentsengine.operator;

import io.paymentsengine.operator.DeadLetterBox.Contents;
import io.paymentsengine.operator.DeadLetterBox.Filed;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;

/// Lists and replays dead letters: run it with `./mvnw -q -Pdead-letters`, or in a container next
/// to the broker.
public final class DeadLetterCli {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private final PrintStream out;

    public DeadLetterCli(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new DeadLetterCli(out).serve(List.of(words)));
    }

    /// Carries out a command and prints what it did.
    ///
    /// @param words the command line, such as `command=list`
    /// @return the exit code: 0 if the command was carried out, else 1
    public int serve(List<String> words) {
        DeadLetterCommand command;
        try {
            command = DeadLetterCommand.of(words);
        } catch (IllegalArgumentException refused) {
            out.println(refused.getMessage() + "\n" + DeadLetterCommand.USAGE);
            return REFUSED;
        }
        try {
            switch (command) {
                case DeadLetterCommand.Show show ->
                        show.topics().forEach(topic -> show(show, topic));
                case DeadLetterCommand.Replay replay -> replay(replay);
            }
            return DONE;
        } catch (IllegalArgumentException | IllegalStateException refused) {
            out.println(refused.getMessage());
        } catch (KafkaException away) {
            out.println(
                    "request to Kafka at %s failed: %s"
                            .formatted(command.broker().address(), away.getMessage()));
        }
        return REFUSED;
    }

    private void show(DeadLetterCommand.Show show, String topic) {
        try (DeadLetterBox box = new DeadLetterBox(show.broker(), topic)) {
            Contents contents = box.contents();
            out.println("%s: %d dead letters".formatted(topic, contents.letters().size()));
            box.forEach(contents, each -> show(each, show.values()));
        }
    }

    private void show(Filed filed, boolean values) {
        DeadLetter letter = filed.letter();
        out.println(
                "%8d  %s  %s%s"
                        .formatted(
                                letter.offset(),
                                letter.at(),
                                Printable.of(letter.reason()),
                                filed.replayed() ? "  (replayed)" : ""));
        line("detail", letter.detail());
        line("from", letter.origin());
        line("tenant", letter.tenant());
        line("type", letter.type());
        line("key", letter.key());
        line("left out", letter.leftOut());
        line("replay of", letter.replayOf());
        if (values) {
            line("value", letter.value());
        }
    }

    private void line(String name, String text) {
        if (!text.isEmpty()) {
            out.println("          %-9s %s".formatted(name, Printable.of(text)));
        }
    }

    private void replay(DeadLetterCommand.Replay command) {
        try (DeadLetterBox box = new DeadLetterBox(command.broker(), command.topic())) {
            Contents contents = box.contents();
            Set<Long> chosen = command.offsets().of(contents.letters());
            AtomicInteger sent = new AtomicInteger();
            box.forEach(
                    contents,
                    each -> {
                        if (chosen.contains(each.letter().offset())
                                && sent(box, each, command.again())) {
                            sent.incrementAndGet();
                        }
                    });
            out.println("%s: %d replayed".formatted(command.topic(), sent.get()));
        }
    }

    private boolean sent(DeadLetterBox box, Filed filed, boolean again) {
        long offset = filed.letter().offset();
        if (filed.replayed() && !again) {
            out.println(
                    "%8d  was replayed before; use again=true to replay it again"
                            .formatted(offset));
            return false;
        }
        box.replay(filed.letter());
        out.println("%8d  replayed".formatted(offset));
        return true;
    }
}
