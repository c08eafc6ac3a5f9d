package io.paymentsengine.localstack.service;

import io.paymentsengine.localstack.process.Jcmd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// An archive of the classes that a service loads, in the JVM's internal format. It halves the cost
/// of a start. The first JVM that runs a build writes it on demand while it serves, because writing
/// it at exit would delay Ctrl-C.
record ClassArchive(Path file) {

    /// The archive of an extracted jar and of the Java version that runs it.
    static ClassArchive of(Path jar) {
        String name = "classes-%s.jsa".formatted(System.getProperty("java.runtime.version"));
        return new ClassArchive(jar.resolveSibling(name));
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// The options that the service's JVM gets in addition to its own. With an agent, a JVM can
    /// read an archive, but refuses to start if it is to write one.
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

    /// Makes a JVM that was started with [#options] write the archive. The JVM pauses meanwhile.
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
