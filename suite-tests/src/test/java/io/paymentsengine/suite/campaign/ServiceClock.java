package io.paymentsengine.suite.campaign;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.paymentsengine.localstack.process.Java;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Sets the clocks of running JVMs, by attaching the [ClockAgent].
final class ServiceClock {

    private ServiceClock() {}

    /// Sets the clock of a process off by this much; zero sets it right.
    static void set(long pid, Duration offBy) {
        try {
            VirtualMachine jvm = VirtualMachine.attach(Long.toString(pid));
            jvm.loadAgent(Holder.JAR.toString(), Long.toString(offBy.toMillis()));
            jvm.detach();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (AttachNotSupportedException
                | AgentLoadException
                | AgentInitializationException refused) {
            throw new IllegalStateException("the clock of " + pid + " cannot be set", refused);
        }
    }

    private static final class Holder {

        private static final Path JAR = pack();

        /// Agents must be jars, so one is made from the compiled classes.
        private static Path pack() {
            Manifest manifest = new Manifest();
            Attributes main = manifest.getMainAttributes();
            main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            main.putValue("Agent-Class", ClockAgent.class.getName());
            main.putValue("Can-Retransform-Classes", "true");
            String folder = ClockAgent.class.getPackageName().replace('.', '/');
            Path classes = Java.codeOf(ClockAgent.class).resolve(folder);
            try {
                Path jar = Files.createTempFile("clock-agent", ".jar");
                jar.toFile().deleteOnExit();
                try (OutputStream file = Files.newOutputStream(jar);
                        JarOutputStream packed = new JarOutputStream(file, manifest);
                        var parts = Files.newDirectoryStream(classes, "ClockAgent*.class")) {
                    for (Path part : parts) {
                        packed.putNextEntry(new JarEntry(folder + "/" + part.getFileName()));
                        Files.copy(part, packed);
                    }
                }
                return jar;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
