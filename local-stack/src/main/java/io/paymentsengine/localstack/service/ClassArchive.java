package io.paymentsengine.localstack.service;

import io.paymentsengine.localstack.process.Jcmd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The classes that a service loads, in the JVM's own form: a start then costs half. The first JVM
/// that runs a build writes it, on demand, while it serves: at its end it would delay Ctrl-C.
record ClassArchive(Path file) {

    /// Belongs to this laid out jar and to the Java that runs it.
    static ClassArchive of(Path jar) {
        String name = "classes-%s.jsa".formatted(System.getProperty("java.runtime.version"));
        return new ClassArchive(jar.resolveSibling(name));
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// What the service's JVM is told beside its own options. With an agent it can read an archive, and
    /// refuses to start where it should write one.
    List<String> options(List<String> own) {
        if (own.stream().anyMatch(option -> option.startsWith("-XX:AOT"))) {
            return List.of();
        }
        if (exists()) {
            return List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off", "-Xlog:aot=off");
        }
        return own.stream().anyMatch(option -> option.startsWith("-javaagent:"))
                ? List.of()
                : List.of("-XX:+RecordDynamicDumpInfo");
    }

    /// Makes a JVM that was started with [#options] write the archive; it stands still meanwhile.
    void writeFrom(long pid, Path log) {
        Path unfinished = file.resolveSibling("classes.part");
        try {
            Files.deleteIfExists(unfinished);
            Jcmd.run(pid, log, "VM.cds", "dynamic_dump", unfinished.toString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
