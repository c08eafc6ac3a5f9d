package io.paymentsengine.localstack;

import io.paymentsengine.localstack.demo.Demo;
import io.paymentsengine.localstack.process.StartFailed;
import io.paymentsengine.localstack.service.Service;
import java.util.concurrent.CountDownLatch;

/// Implements `./mvnw -Prun`: starts the suite, plays the demo and, unless `-Dstay=false` is set,
/// runs until Ctrl-C.
final class Run {

    /// The exit code for invalid settings.
    private static final int MISUNDERSTOOD = 2;

    private final Console console;
    private volatile boolean ending;

    Run(Console console) {
        this.console = console;
    }

    /// Returns the exit code: 0 if every demo payment ended as expected, 2 if a setting is invalid,
    /// else 1.
    int run() {
        endWithOurParent();
        Settings settings;
        try {
            settings = Settings.ofSystemProperties();
        } catch (IllegalArgumentException misunderstood) {
            console.print(String.valueOf(misunderstood.getMessage()));
            return MISUNDERSTOOD;
        }
        return run(settings);
    }

    private int run(Settings settings) {
        try (LocalStack stack = new LocalStack(settings, console)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack)));
            stack.start();
            boolean asPromised = new Demo(stack.places(), console::print).play();
            printPlaces(stack);
            stack.quickenLaterStarts();
            if (Settings.isSet("stay")) {
                stayUntilTold();
            }
            console.say("stopping");
            return asPromised ? 0 : 1;
        } catch (StartFailed | IllegalStateException | IllegalArgumentException refused) {
            if (!ending) {
                console.say("FAILED: " + refused.getMessage());
            }
            return 1;
        }
    }

    private void end(LocalStack stack) {
        ending = true;
        stack.close();
    }

    /// Maven may be killed without notifying this process.
    private static void endWithOurParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> Thread.startVirtualThread(() -> endAfter(parent)));
    }

    private static void endAfter(ProcessHandle parent) {
        parent.onExit().join();
        System.exit(1);
    }

    private void stayUntilTold() {
        console.say("the suite is running; press Ctrl-C to stop it");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private void printPlaces(LocalStack stack) {
        console.print("");
        for (Service service : Service.values()) {
            String url = stack.places().url(service);
            console.print("%-19s %s/api/v1".formatted(service.title(), url));
            console.print("%-19s %s/swagger-ui.html".formatted("  try it", url));
            console.print(
                    "%-19s %s/actuator/health"
                            .formatted("  health", stack.places().managementUrl(service)));
        }
        console.print("%-19s %s".formatted("logs", stack.logs()));
        console.print("");
        console.print(
                "curl -H 'x-tenant-id: STD-001' %s/api/v1/payments"
                        .formatted(stack.places().url(Service.PAYMENT_SERVICE)));
        console.print("");
    }
}
