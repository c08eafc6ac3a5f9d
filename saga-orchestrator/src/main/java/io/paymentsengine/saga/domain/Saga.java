package io.paymentsengine.saga.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A saga as data: its steps from top to bottom. If a saga turns back, its steps are undone from bottom to top.
/// That is possible only before the pivot; after it, the saga only goes forward.
public final class Saga {

    /// How a step behaves when the saga turns back.
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

    /// Starts a definition.
    public static Builder named(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    public Step first() {
        return steps.getFirst();
    }

    /// Returns the next step, or empty after the last one.
    public Optional<Step> after(Step step) {
        int next = steps.indexOf(step) + 1;
        return next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty();
    }

    /// Whether the saga can still turn back once this step has been requested.
    public boolean canTurnBackAt(Step step) {
        return pivot < 0 || steps.indexOf(step) < pivot;
    }

    /// Whether the saga can turn back because this step was refused.
    public boolean canBeRefused(Step step) {
        return pivot < 0 || steps.indexOf(step) <= pivot;
    }

    /// Returns the step to undo first if this step may have been done, or empty if there is none.
    public Optional<Step> undoFrom(Step step) {
        return lastUndoable(steps.indexOf(step));
    }

    /// Returns the step to undo first if this step was not done, or is undone; empty if there is none.
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

    /// Collects the steps of a definition and refuses invalid ones.
    public static final class Builder {

        private final String name;
        private final Map<Step, Kind> kinds = new EnumMap<>(Step.class);
        private final List<Step> steps = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /// Adds a step that keeps nothing and needs no undo.
        public Builder asking(Step step) {
            return add(step, Kind.ASKING);
        }

        /// Adds a step that can be undone, any number of times, and even if it was never done.
        ///
        /// @throws IllegalArgumentException after the pivot, where nothing is undone any more
        public Builder undoable(Step step) {
            if (kinds.containsValue(Kind.PIVOT)) {
                throw new IllegalArgumentException(
                        "%s is behind the pivot of %s and would never be undone"
                                .formatted(step.word(), name));
            }
            return add(step, Kind.UNDOABLE);
        }

        /// Adds the point of no return.
        ///
        /// @throws IllegalArgumentException if there is one already
        public Builder pivot(Step step) {
            if (kinds.containsValue(Kind.PIVOT)) {
                throw new IllegalArgumentException(name + " has two pivots");
            }
            return add(step, Kind.PIVOT);
        }

        /// Returns the saga.
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
