package io.paymentsengine.suite.invariants;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Merges two lists of payments that are sorted in the same order.
final class SideBySide implements Iterator<SideBySide.Pair> {

    private final Iterator<Told> here;
    private final Iterator<Told> there;
    private @Nullable Told nextHere;
    private @Nullable Told nextThere;

    private SideBySide(Iterator<Told> here, Iterator<Told> there) {
        this.here = here;
        this.there = there;
        this.nextHere = next(here);
        this.nextThere = next(there);
    }

    /// What is said about a payment.
    record Told(String payment, String told) {}

    /// What both sides say about a payment; null on a side that does not know it.
    record Pair(String payment, @Nullable String here, @Nullable String there) {}

    /// All payments of either side. Closing the stream closes both sides.
    static Stream<Pair> of(Stream<Told> here, Stream<Told> there) {
        SideBySide both = new SideBySide(here.iterator(), there.iterator());
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(both, Spliterator.ORDERED), false)
                .onClose(here::close)
                .onClose(there::close);
    }

    @Override
    public boolean hasNext() {
        return nextHere != null || nextThere != null;
    }

    @Override
    public Pair next() {
        Told left = nextHere;
        Told right = nextThere;
        if (right == null || (left != null && left.payment().compareTo(right.payment()) < 0)) {
            return alone(left);
        }
        nextThere = next(there);
        if (left == null || left.payment().compareTo(right.payment()) > 0) {
            return new Pair(right.payment(), null, right.told());
        }
        nextHere = next(here);
        return new Pair(left.payment(), left.told(), right.told());
    }

    private Pair alone(@Nullable Told left) {
        if (left == null) {
            throw new NoSuchElementException();
        }
        nextHere = next(here);
        return new Pair(left.payment(), left.told(), null);
    }

    private static @Nullable Told next(Iterator<Told> list) {
        return list.hasNext() ? list.next() : null;
    }
}
