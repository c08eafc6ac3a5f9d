package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.Console;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The program behind `./mvnw -Pfaults`. The exit code is 0 if all promises were kept, 1 if not, and 2 if the
/// settings are invalid.
public final class FaultCampaign {

    private static final Path FOLDER = Path.of("target", "faults");
    private static final int MISUNDERSTOOD = 2;

    private final Console console = new Console(System.out);
    private @Nullable MachineRoom room;
    private volatile boolean ending;

    private FaultCampaign() {}

    public static void main(String[] arguments) {
        FaultCampaign campaign = new FaultCampaign();
        Runtime.getRuntime().addShutdownHook(new Thread(campaign::end));
        System.exit(campaign.run());
    }

    private int run() {
        Wanted wanted;
        try {
            wanted = Wanted.of(System.getProperties(), Fault.all(), Fault::hindrance);
        } catch (IllegalArgumentException misunderstood) {
            console.print(String.valueOf(misunderstood.getMessage()));
            return MISUNDERSTOOD;
        }
        try {
            wanted.impossible().forEach(fault -> console.print("NOT POSSIBLE HERE " + fault));
            Report report = carryOut(wanted);
            console.print("");
            report.runs().forEach(result -> console.print(Report.line(result)));
            console.print("the report is in " + FOLDER.toAbsolutePath());
            return report.isGood() ? 0 : 1;
        } finally {
            leave();
        }
    }

    private Report carryOut(Wanted wanted) {
        List<Run.Result> results = new ArrayList<>();
        for (Run run : wanted.runs()) {
            if (ending) {
                break;
            }
            Run.Result result = carryOut(run);
            results.add(result);
            new Report(results, wanted.impossible()).write(FOLDER);
            if (!result.isGood()) {
                leave();
                keepLogs(run);
            }
        }
        return new Report(results, wanted.impossible());
    }

    private Run.Result carryOut(Run run) {
        console.print("");
        console.print(
                "%s: repeat with -Dseed=%d (%d faults to choose from, %d s, %d clients)"
                        .formatted(
                                run.name(),
                                run.seed(),
                                run.faults().size(),
                                run.length().toSeconds(),
                                run.clients()));
        Run.Result result = tried(run);
        result.wrong().stream()
                .limit(Report.WRONG_SHOWN_MAX)
                .forEach(line -> console.print("WRONG " + line));
        console.print(Report.line(result));
        return result;
    }

    private void keepLogs(Run run) {
        try {
            KeptLogs.keep(FOLDER, run.name())
                    .ifPresent(kept -> console.print("the logs are in " + kept.toAbsolutePath()));
        } catch (UncheckedIOException lost) {
            console.say("the logs could not be kept: " + lost.getMessage());
        }
    }

    /// If the suite does not start, that is a result too: the other runs are still carried out, and all are
    /// reported.
    private Run.Result tried(Run run) {
        try {
            return Campaign.carryOut(run, roomFor(run), console);
        } catch (RuntimeException | AssertionError failed) {
            failed.printStackTrace(System.out);
            return new Run.Result(
                    run,
                    List.of(),
                    new Throughput(LongStream.empty()),
                    List.of("could not start: " + failed));
        }
    }

    /// Reuses the running suite if the run before was good, because starting everything takes as long as a
    /// short run.
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

    private void end() {
        ending = true;
        leave();
    }

    /// What cannot be closed ends with this JVM; the remaining runs open a new room.
    private synchronized void leave() {
        MachineRoom left = room;
        room = null;
        if (left != null) {
            try {
                left.close();
            } catch (RuntimeException unclosed) {
                console.say("could not be closed: " + unclosed.getMessage());
            }
        }
    }
}
