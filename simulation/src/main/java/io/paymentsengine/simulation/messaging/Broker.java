package io.paymentsengine.simulation.messaging;

import io.paymentsengine.contracts.Topic;
import io.paymentsengine.contracts.Topics;
import io.paymentsengine.simulation.fate.Blow;
import io.paymentsengine.simulation.fate.Fate;
import io.paymentsengine.simulation.fate.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The simulated broker: the partitions of each topic, in order. It may lose, duplicate or delay messages,
/// and it knows what became of each of them.
public final class Broker {

    static final int PARTITIONS = 3;

    private final Fate fate;
    private final Chronicle chronicle;
    private final Map<String, List<List<Delivery>>> partitions = new LinkedHashMap<>();
    private final Deque<Letter> stuck = new ArrayDeque<>();
    private final BitSet committed = new BitSet();
    private final BitSet sent = new BitSet();

    public Broker(Fate fate, Chronicle chronicle) {
        this.fate = fate;
        this.chronicle = chronicle;
        Topics.all().forEach(topic -> partitions.put(topic.name(), emptyPartitions()));
    }

    /// A letter on a partition, and how often a committed transaction has handled it.
    static final class Delivery {

        private final Letter letter;
        private int handled;

        Delivery(Letter letter) {
            this.letter = letter;
        }

        Letter letter() {
            return letter;
        }

        void handled() {
            handled++;
        }
    }

    public void clear() {
        partitions.replaceAll((_, _) -> emptyPartitions());
        stuck.clear();
        committed.clear();
        sent.clear();
    }

    /// The letter's transaction has committed.
    void committed(Letter letter) {
        committed.set(letter.number());
    }

    void send(Letter letter) {
        sent.set(letter.number());
        if (fate.strikes(Blow.LOSS)) {
            chronicle.note("broker loses", letter);
        } else if (fate.strikes(Blow.DELAY)) {
            chronicle.note("broker holds up", letter);
            stuck.add(letter);
        } else {
            append(letter);
            if (fate.strikes(Blow.REPEAT)) {
                chronicle.note("broker doubles", letter);
                append(letter);
            }
        }
    }

    public boolean hasStuck() {
        return !stuck.isEmpty();
    }

    /// Delivers the message that has been stuck longest.
    public void release() {
        Letter letter = stuck.remove();
        chronicle.note("broker delivers at last", letter);
        append(letter);
    }

    /// The offset after the last message of a partition.
    int end(Topic<?> topic, int partition) {
        return of(topic).get(partition).size();
    }

    List<Delivery> read(Topic<?> topic, int partition, int from, int to) {
        return of(topic).get(partition).subList(from, to);
    }

    /// Messages that were not sent although committed, sent although not committed, or not handled exactly
    /// once.
    public Stream<Finding> findings() {
        BitSet unsent = (BitSet) committed.clone();
        unsent.andNot(sent);
        BitSet phantoms = (BitSet) sent.clone();
        phantoms.andNot(committed);
        return Stream.of(
                        unsent.stream()
                                .mapToObj(
                                        number ->
                                                Finding.of(
                                                        Promise.COMMITTED_IS_SENT,
                                                        "#%d was never sent".formatted(number))),
                        deliveries()
                                .filter(each -> phantoms.get(each.letter.number()))
                                .map(
                                        each ->
                                                finding(
                                                        Promise.SENT_IS_COMMITTED,
                                                        each,
                                                        "is of a transaction that was undone")),
                        deliveries().filter(each -> each.handled != 1).map(Broker::notHandledOnce))
                .flatMap(each -> each);
    }

    private static Finding notHandledOnce(Delivery delivery) {
        return finding(
                delivery.handled == 0
                        ? Promise.MESSAGES_ARE_HANDLED
                        : Promise.MESSAGES_ARE_HANDLED_ONCE,
                delivery,
                "was handled %d times".formatted(delivery.handled));
    }

    private static Finding finding(Promise broken, Delivery delivery, String what) {
        return Finding.about(broken, delivery.letter.payment(), delivery.letter + " " + what);
    }

    private Stream<Delivery> deliveries() {
        return partitions.values().stream().flatMap(List::stream).flatMap(List::stream);
    }

    private void append(Letter letter) {
        int partition = Math.floorMod(letter.key().hashCode(), PARTITIONS);
        of(letter.topic()).get(partition).add(new Delivery(letter));
    }

    private List<List<Delivery>> of(Topic<?> topic) {
        return partitions.getOrDefault(topic.name(), List.of());
    }

    private static List<List<Delivery>> emptyPartitions() {
        return Stream.generate(() -> (List<Delivery>) new ArrayList<Delivery>())
                .limit(PARTITIONS)
                .toList();
    }
}
