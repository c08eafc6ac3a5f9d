package io.paymentsengine.faultagent;

import static io.paymentsengine.faultagent.Edge.AFTER;
import static io.paymentsengine.faultagent.Edge.ANSWERED;
import static io.paymentsengine.faultagent.Edge.BEFORE;
import static io.paymentsengine.faultagent.Edge.COMMITTED;

import java.util.List;
import java.util.function.BiPredicate;

/// What makes a place in the code one at which a crash must do no harm: behind it something is known
/// outside of the process that was not known before it.
@SuppressWarnings("ImmutableEnumChecker") // its functions keep nothing
public enum Kind {

    /// A use case in a transaction of its own.
    TRANSACTION(List.of(BEFORE, AFTER, COMMITTED)),

    /// What starts by itself.
    SCHEDULED(List.of(BEFORE, AFTER)),

    /// What a client asks for, other than to read.
    REQUEST(List.of(BEFORE, AFTER, ANSWERED)),

    /// A block of statements in a transaction.
    TRANSACTION_BLOCK((_, call) -> call.matches("Transaction(Operations|Template)#execute.*")),

    /// What comes together is committed together.
    GROUP(
            (method, call) ->
                    call.matches("GroupCommit#submit(All)?")
                            || (method.startsWith("GroupCommit#")
                                    && call.equals("Function#apply"))),

    /// The fence of a partition.
    OFFSET((_, call) -> call.matches("ConsumedOffsets#(move|startOrResume)")),

    OUTBOX((_, call) -> call.matches("OutboxTable#(insert|delete|replace)")),

    /// Within the sender a message is sent by the producer.
    SEND(
            (method, call) ->
                    call.matches("(Kafka)?Producer#send")
                            || (call.equals("Sender#send") && !method.startsWith("Sender#"))),

    /// Of a batch by us to the broker, or of a message by the broker to us.
    ACKNOWLEDGEMENT(
            (_, call) ->
                    call.startsWith("Acknowledgment#")
                            || call.equals("TransactionalOutbox.Pending#acknowledge")),

    /// Of what is a hint or may be lost.
    REDIS(
            (_, call) ->
                    (call.matches("(String)?RedisTemplate#.+")
                                    || call.matches(
                                            "(Redis|Value|List|Set|ZSet|Hash)Operations#.+"))
                            && !call.matches(
                                    ".+#(<init>|opsFor|get|multiGet|hasKey|range|size).*"));

    private final List<Edge> edges;
    private final BiPredicate<String, String> call;

    /// Of methods, by their annotations; see [Survey].
    Kind(List<Edge> edges) {
        this.edges = edges;
        this.call = (_, _) -> false;
    }

    /// Of calls.
    Kind(BiPredicate<String, String> call) {
        this.edges = List.of(BEFORE, AFTER);
        this.call = call;
    }

    /// Where around such a place a crash is another one.
    public List<Edge> edges() {
        return edges;
    }

    boolean isCall(Site site) {
        return call.test(site.method(), site.call());
    }
}
