package io.paymentsengine.faultagent;

import static io.paymentsengine.faultagent.Edge.AFTER;
import static io.paymentsengine.faultagent.Edge.ANSWERED;
import static io.paymentsengine.faultagent.Edge.BEFORE;
import static io.paymentsengine.faultagent.Edge.COMMITTED;

import java.util.List;
import java.util.function.BiPredicate;

/// Why a place in the code is one at which a crash must do no harm: past it, something is known
/// outside the process that was not known before it.
@SuppressWarnings("ImmutableEnumChecker") // its functions are stateless
public enum Kind {

    /// A use case in its own transaction.
    TRANSACTION(List.of(BEFORE, AFTER, COMMITTED)),

    /// A scheduled method.
    SCHEDULED(List.of(BEFORE, AFTER)),

    /// A request that does more than read.
    REQUEST(List.of(BEFORE, AFTER, ANSWERED)),

    /// A block of statements in a transaction.
    TRANSACTION_BLOCK((_, call) -> call.matches("Transaction(Operations|Template)#execute.*")),

    /// A group commit: what arrives together is committed together.
    GROUP(
            (method, call) ->
                    call.matches("GroupCommit#submit(All)?")
                            || (method.startsWith("GroupCommit#")
                                    && call.equals("Function#apply"))),

    /// The stored offset that fences a partition.
    OFFSET((_, call) -> call.matches("ConsumedOffsets#(move|startOrResume)")),

    OUTBOX((_, call) -> call.matches("OutboxTable#(insert|delete|replace)")),

    /// A send to the broker. Within the sender itself, only calls of the producer count.
    SEND(
            (method, call) ->
                    call.matches("(Kafka)?Producer#send")
                            || (call.equals("Sender#send") && !method.startsWith("Sender#"))),

    /// Of a batch, by the service to the broker, or of a message, by the broker to the service.
    ACKNOWLEDGEMENT(
            (_, call) ->
                    call.startsWith("Acknowledgment#")
                            || call.equals("TransactionalOutbox.Pending#acknowledge")),

    /// A write to Redis: a notification, or data that may be lost.
    REDIS(
            (_, call) ->
                    (call.matches("(String)?RedisTemplate#.+")
                                    || call.matches(
                                            "(Redis|Value|List|Set|ZSet|Hash)Operations#.+"))
                            && !call.matches(
                                    ".+#(<init>|opsFor|get|multiGet|hasKey|range|size).*"));

    private final List<Edge> edges;
    private final BiPredicate<String, String> call;

    /// A kind of methods, which [Survey] recognises by their annotations.
    Kind(List<Edge> edges) {
        this.edges = edges;
        this.call = (_, _) -> false;
    }

    /// A kind of calls.
    Kind(BiPredicate<String, String> call) {
        this.edges = List.of(BEFORE, AFTER);
        this.call = call;
    }

    /// The sides of such a place at which a crash has different effects.
    public List<Edge> edges() {
        return edges;
    }

    boolean isCall(Site site) {
        return call.test(site.method(), site.call());
    }
}
