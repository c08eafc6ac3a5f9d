package io.paymentsengine.faultagent;

import java.util.function.Supplier;

/// A program with boundaries: takes three steps and then prints `arrived`.
final class Walk {

    private static final int STEPS = 3;

    public static void main(String[] arguments) {
        Walk walk = new Walk();
        for (int number = 1; number <= STEPS; number++) {
            walk.step(number);
        }
        System.out.println("arrived");
    }

    /// Calls [#foot] in a lambda, which a private method of the same name runs.
    int step(int number) {
        Supplier<Integer> taken = () -> foot(number);
        return step(taken);
    }

    int stumble(int number) {
        if (number > STEPS) {
            throw new IllegalStateException("stumbled");
        }
        return number;
    }

    private int step(Supplier<Integer> taken) {
        return taken.get();
    }

    int foot(int number) {
        return number + 1;
    }
}
