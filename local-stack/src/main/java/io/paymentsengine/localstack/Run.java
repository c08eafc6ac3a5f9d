package io.paymentsengine.localstack;

import io.paymentsengine.localstack.demo.Demo;
import io.paymentsengine.localstack.process.StartFailed;
import io.paymentsengine.localstack.service.Service;
import java.util.concurrent.CountDownLatch;

/// What `./mvnw -Prun` does: start, demo, stay until Ctrl-C (or not: `-Dstay=false`).
final class Run {

    /// What it was told makes no sense.
    private static final int MISUNDERSTOOD = 2;

    private final Console console;
    private volatile boolean ending;

    Run(Console console) {
        this.console = console;
    }

    /// The exit code: 0 if all went as promised, 2 if what it was told makes no sense.
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
            console.say("ending");
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

    /// Maven may be killed without a word to us.
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
        console.say("the suite runs; end it with Ctrl-C");
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
