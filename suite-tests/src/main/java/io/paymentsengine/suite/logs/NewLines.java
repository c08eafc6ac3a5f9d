package io.paymentsengine.suite.logs;

import io.paymentsengine.localstack.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What services have logged since this was created. Each line of theirs begins with the time of writing. A
/// line that does not is part of a stack trace, a crash, or user input.
public final class NewLines {

    /// The beginning of a log line that a sender of malicious input tries to forge.
    public static final String FORGED = "2001-01-01T00:00:00.000Z ERROR forged";

    private static final Pattern OURS =
            Pattern.compile("^20[2-9][0-9]-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9:]+) .*");

    /// The JVM's warnings about classes that it cannot archive for later starts.
    private static final Pattern ARCHIVE = Pattern.compile("^\\[[0-9.]+s]\\[warning]\\[cds] .*");

    private final Path folder;
    private final Map<Service, Long> starts = new EnumMap<>(Service.class);

    private NewLines(Path folder) {
        this.folder = folder;
        for (Service service : Service.values()) {
            starts.put(service, size(file(service)));
        }
    }

    /// Starts to observe the logs in this folder.
    public static NewLines in(Path folder) {
        return new NewLines(folder);
    }

    /// Lines that were not written by a logger, each with the line before it.
    public List<String> strange() {
        List<String> found = new ArrayList<>();
        for (Service service : Service.values()) {
            List<String> lines = linesOf(service);
            for (int at = 0; at < lines.size(); at++) {
                if (!isOrdinary(lines.get(at))) {
                    String before = at == 0 ? "" : lines.get(at - 1);
                    found.add(service.title() + ": " + before + "\n" + lines.get(at));
                }
            }
        }
        return found;
    }

    /// All new lines of a service.
    public List<String> linesOf(Service service) {
        try {
            byte[] all = Files.readAllBytes(file(service));
            int start = Math.toIntExact(starts.getOrDefault(service, 0L));
            return new String(all, start, all.length - start, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isOrdinary(String line) {
        return OURS.matcher(line).matches() || ARCHIVE.matcher(line).matches();
    }

    private Path file(Service service) {
        return folder.resolve(service.title() + ".log");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
