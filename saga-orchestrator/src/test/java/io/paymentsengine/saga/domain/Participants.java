package io.paymentsengine.saga.domain;

import static io.paymentsengine.saga.domain.Sample.REASON;

import io.paymentsengine.saga.domain.Input.Done;
import io.paymentsengine.saga.domain.Input.Refused;
import io.paymentsengine.saga.domain.Input.Reply;
import io.paymentsengine.saga.domain.Input.Undone;
import java.util.stream.Stream;

/// What the other services promise: they decide once and answer a repeat like the first request,
/// and after they have undone a step that was never done, they don't let it be done any more.
///
/// @param validation what was decided about the payment
/// @param money where it is
/// @param settlementRefused whether it was decided that the money does not move
record Participants(Decision validation, Money money, boolean settlementRefused) {

    static final Participants UNTOUCHED = new Participants(Decision.OPEN, Money.FREE, false);

    enum Decision {
        OPEN,
        APPROVED,
        DECLINED
    }

    enum Money {
        FREE,
        HELD,
        REFUSED,
        RELEASED,
        MOVED
    }

    /// A request for a step, or for its undo.
    record Ask(Step step, boolean undo) {}

    record Answer(Participants then, Reply reply) {}

    boolean holds() {
        return money == Money.HELD;
    }

    boolean hasMoved() {
        return money == Money.MOVED;
    }

    /// The possible answers, the most favourable first.
    Stream<Answer> answers(Ask ask) {
        return switch (ask.step()) {
            case VALIDATE -> validate();
            case RESERVE -> ask.undo() ? release() : reserve();
            case SETTLE -> settle();
        };
    }

    private Stream<Answer> validate() {
        return switch (validation) {
            case OPEN ->
                    Stream.of(Decision.APPROVED, Decision.DECLINED)
                            .map(decision -> new Participants(decision, money, settlementRefused))
                            .flatMap(Participants::validate);
            case APPROVED -> Stream.of(new Answer(this, new Done(Step.VALIDATE)));
            case DECLINED -> Stream.of(new Answer(this, new Refused(Step.VALIDATE, REASON)));
        };
    }

    private Stream<Answer> reserve() {
        return switch (money) {
            case FREE ->
                    Stream.of(with(Money.HELD), with(Money.REFUSED)).flatMap(Participants::reserve);
            case HELD, MOVED -> Stream.of(new Answer(this, new Done(Step.RESERVE)));
            case REFUSED, RELEASED ->
                    Stream.of(new Answer(this, new Refused(Step.RESERVE, REASON)));
        };
    }

    private Stream<Answer> settle() {
        return switch (money) {
            case HELD -> settlementRefused ? refuseSettlement() : decideSettlement();
            case MOVED -> Stream.of(new Answer(this, new Done(Step.SETTLE)));
            case FREE, REFUSED, RELEASED -> refuseSettlement();
        };
    }

    private Stream<Answer> decideSettlement() {
        return Stream.of(with(Money.MOVED), new Participants(validation, money, true))
                .flatMap(Participants::settle);
    }

    private Stream<Answer> refuseSettlement() {
        return Stream.of(new Answer(this, new Refused(Step.SETTLE, REASON)));
    }

    private Stream<Answer> release() {
        return switch (money) {
            case FREE, HELD, REFUSED, RELEASED ->
                    Stream.of(new Answer(with(Money.RELEASED), new Undone(Step.RESERVE)));
            case MOVED -> throw new AssertionError("money that has moved is asked back");
        };
    }

    private Participants with(Money changed) {
        return new Participants(validation, changed, settlementRefused);
    }
}
