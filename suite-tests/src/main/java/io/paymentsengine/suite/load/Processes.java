package io.paymentsengine.suite.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// CPU and memory used by the suite's processes. On Linux, CPU time includes that of children that have ended
/// (PostgreSQL has such); on other systems it does not.
///
/// @param roots process ids by name; the descendants of such a process are included
record Processes(Map<String, Long> roots) {

    private static final Path PROC = Path.of("/proc");
    private static final int TICKS_PER_SECOND = 100;

    /// Fields 14 to 17 of `/proc/<pid>/stat`, as indexes after the command's name (proc_pid_stat(5)).
    private static final int USER_TIME = 11;

    private static final int CHILDREN_SYSTEM_TIME = 14;

    /// CPU milliseconds that each has used so far, in user and kernel mode.
    Map<String, Double> cpuMillis() {
        return each(pid -> family(pid).mapToDouble(Processes::cpuMillis).sum());
    }

    /// The resident memory of each, in MiB; empty if the system does not report it. Memory that PostgreSQL's
    /// processes share counts for each of them.
    Map<String, Double> residentMebibytes() {
        return Files.isDirectory(PROC)
                ? each(pid -> family(pid).mapToDouble(Processes::residentMebibytes).sum())
                : Map.of();
    }

    /// CPU milliseconds used by this JVM, which generates the load.
    static double ownCpuMillis() {
        return cpuMillis(ProcessHandle.current().pid());
    }

    private Map<String, Double> each(ToDoubleFunction<Long> figure) {
        Map<String, Double> all = new LinkedHashMap<>();
        roots.forEach((name, pid) -> all.put(name, figure.applyAsDouble(pid)));
        return all;
    }

    private static LongStream family(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .mapToLong(ProcessHandle::pid);
    }

    private static double cpuMillis(long pid) {
        if (!Files.isDirectory(PROC)) {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .map(Duration::toMillis)
                    .orElse(0L);
        }
        String stat = read(pid, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        long ticks = 0;
        for (int field = USER_TIME;
                field <= CHILDREN_SYSTEM_TIME && fields.length > field;
                field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return 1_000.0 * ticks / TICKS_PER_SECOND;
    }

    private static double residentMebibytes(long pid) {
        ToLongFunction<String> kibibytes = line -> Long.parseLong(line.replaceAll("\\D", ""));
        return read(pid, "status")
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(kibibytes)
                        .sum()
                / 1024.0;
    }

    /// Empty if the process has ended.
    private static String read(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(Long.toString(pid)).resolve(file));
        } catch (IOException _) {
            return "";
        }
    }
}
