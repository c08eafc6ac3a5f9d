package io.paymentsengine.saga.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A saga as data: its steps from top to bottom. Undoing runs from bottom to top, and only before the
/// pivot; behind it there is only forward.
public final class Saga {

    /// What becomes of a step when the saga turns back.
    private enum Kind {
        ASKING,
        UNDOABLE,
        PIVOT
    }

    private final String name;
    private final Map<Step, Kind> kinds;
    private final List<Step> steps;
    private final int pivot;

    private Saga(String name, Map<Step, Kind> kinds, List<Step> steps) {
        this.name = name;
        this.kinds = kinds;
        this.steps = steps;
        this.pivot = steps.stream().map(kinds::get).toList().indexOf(Kind.PIVOT);
    }

    /// Begins a definition.
    public static Builder named(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    public Step first() {
        return steps.getFirst();
    }

    /// The step that follows, or empty after the last one.
    public Optional<Step> after(Step step) {
        int next = steps.indexOf(step) + 1;
        return next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty();
    }

    /// Whether the saga can still turn back once this step was asked for.
    public boolean canTurnBackAt(Step step) {
        return pivot < 0 || steps.indexOf(step) < pivot;
    }

    /// Whether the saga can turn back because this step did not happen.
    public boolean canBeRefused(Step step) {
        return pivot < 0 || steps.indexOf(step) <= pivot;
    }

    /// What has to be undone first if this step has perhaps happened.
    public Optional<Step> undoFrom(Step step) {
        return lastUndoable(steps.indexOf(step));
    }

    /// What has to be undone first if this step has not happened, or is undone.
    public Optional<Step> undoBefore(Step step) {
        return lastUndoable(steps.indexOf(step) - 1);
    }

    private Optional<Step> lastUndoable(int from) {
        for (int at = from; at >= 0; at--) {
            if (kinds.get(steps.get(at)) == Kind.UNDOABLE) {
                return Optional.of(steps.get(at));
            }
        }
        return Optional.empty();
    }

    /// Collects the steps of a definition and refuses one that could not be kept.
    public static final class Builder {

        private final String name;
        private final Map<Step, Kind> kinds = new EnumMap<>(Step.class);
        private final List<Step> steps = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /// A step that keeps nothing and needs no undo.
        public Builder asking(Step step) {
            return add(step, Kind.ASKING);
        }

        /// A step that can be undone, as often as asked, and even if it never happened.
        ///
        /// @throws IllegalArgumentException behind the pivot, where nothing is undone any more
        public Builder undoable(Step step) {
            if (kinds.containsValue(Kind.PIVOT)) {
                throw new IllegalArgumentException(
                        "%s is behind the pivot of %s and would never be undone"
                                .formatted(step.word(), name));
            }
            return add(step, Kind.UNDOABLE);
        }

        /// The point of no return.
        ///
        /// @throws IllegalArgumentException if there is one already
        public Builder pivot(Step step) {
            if (kinds.containsValue(Kind.PIVOT)) {
                throw new IllegalArgumentException(name + " has two pivots");
            }
            return add(step, Kind.PIVOT);
        }

        /// The saga.
        ///
        /// @throws IllegalArgumentException if it has no step
        public Saga build() {
            if (steps.isEmpty()) {
                throw new IllegalArgumentException(name + " has no step");
            }
            return new Saga(name, new EnumMap<>(kinds), List.copyOf(steps));
        }

        private Builder add(Step step, Kind kind) {
            if (kinds.put(step, kind) != null) {
                throw new IllegalArgumentException(
                        "%s is twice in %s".formatted(step.word(), name));
            }
            steps.add(step);
            return this;
        }
    }
}
