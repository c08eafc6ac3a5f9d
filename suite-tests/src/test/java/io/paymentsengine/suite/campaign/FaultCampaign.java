package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.Console;
import io.paymentsengine.localstack.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The program of `./mvnw -Pfaults`: exit code 0 if all was as promised, 1 if not.
public final class FaultCampaign {

    private static final Path FOLDER = Path.of("target", "faults");

    private final Console console = new Console(System.out);
    private @Nullable MachineRoom room;

    private FaultCampaign() {}

    public static void main(String[] arguments) {
        FaultCampaign campaign = new FaultCampaign();
        Runtime.getRuntime().addShutdownHook(new Thread(campaign::leave));
        System.exit(campaign.run());
    }

    private int run() {
        try {
            Wanted wanted = Wanted.of(System.getProperties(), Fault.all(), Fault::hindrance);
            wanted.impossible().forEach(fault -> console.print("NOT POSSIBLE HERE " + fault));
            Report report = carryOut(wanted);
            console.print("");
            report.runs().forEach(result -> console.print(Report.line(result)));
            console.print("the report is in " + FOLDER.toAbsolutePath());
            return report.isGood() ? 0 : 1;
        } catch (StartFailed | IllegalStateException | IllegalArgumentException refused) {
            console.say("FAILED: " + refused.getMessage());
            return 1;
        } finally {
            leave();
        }
    }

    private Report carryOut(Wanted wanted) {
        List<Run.Result> results = new ArrayList<>();
        for (Run run : wanted.runs()) {
            results.add(carryOut(run));
            new Report(results, wanted.impossible()).write(FOLDER);
        }
        return new Report(results, wanted.impossible());
    }

    private Run.Result carryOut(Run run) {
        console.print("");
        console.print(
                "%s: repeat it with -Dseed=%d (%d faults to choose from, %d s, %d clients)"
                        .formatted(
                                run.name(),
                                run.seed(),
                                run.faults().size(),
                                run.length().toSeconds(),
                                run.clients()));
        Run.Result result = Campaign.carryOut(run, roomFor(run), console);
        result.wrong().stream()
                .limit(Report.WRONG_SHOWN_MAX)
                .forEach(line -> console.print("WRONG " + line));
        console.print(Report.line(result));
        if (!result.isGood()) {
            leave();
            keepLogs(run);
        }
        return result;
    }

    /// To start everything takes as long as a short run: where a run has left all well, the next one
    /// goes on.
    private MachineRoom roomFor(Run run) {
        if (room != null && room.hasSmallDisk() != run.needsSmallDisk()) {
            leave();
        }
        if (room == null) {
            room = MachineRoom.open(run.needsSmallDisk(), FOLDER, console);
        }
        room.beginAnew(run.seed());
        return room;
    }

    private synchronized void leave() {
        if (room != null) {
            room.close();
            room = null;
        }
    }

    /// What the services said in a run that went wrong.
    private void keepLogs(Run run) {
        Path kept = FOLDER.resolve("wrong " + run.name());
        try {
            Files.createDirectories(FOLDER);
            Files.move(FOLDER.resolve("logs"), kept, StandardCopyOption.REPLACE_EXISTING);
            console.print("its logs are in " + kept.toAbsolutePath());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
