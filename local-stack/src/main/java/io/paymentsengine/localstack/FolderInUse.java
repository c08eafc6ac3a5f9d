package io.paymentsengine.localstack;

import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.process.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Allows one run at a time in a folder. The guard process holds the lock, so that it lasts until
/// the last process of a run has ended, even if the run was killed.
final class FolderInUse {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /// Longer than a guard takes to end its processes.
    private static final int TRIES_MAX = 75;

    private FolderInUse() {}

    /// Locks the folder for this run. Waits for a run that is ending.
    ///
    /// @throws IllegalStateException if another run does not end in time
    static void takeOver(Path folder, Console console) {
        Path lock = lockOf(Folders.make(folder));
        for (int tried = 0; !isFree(lock); tried++) {
            if (tried == 0) {
                console.say("waiting for another run in " + folder + " to end");
            }
            if (tried == TRIES_MAX) {
                throw new IllegalStateException(
                        "the suite is already running with its data in %s: stop that run, or give"
                                        .formatted(folder)
                                + " this one its own folder and ports with -Dfolder=... and"
                                + " -Dports.offset="
                                + PortPlan.ADVISED_OFFSET);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        Guard.ofThisJvm().lock(lock);
    }

    /// Releases the folder for other runs.
    static void giveUp(Path folder) {
        Guard.ofThisJvm().unlock(lockOf(folder));
    }

    private static Path lockOf(Path folder) {
        return folder.resolve("lock");
    }

    private static boolean isFree(Path lock) {
        try (FileChannel file =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.tryLock()) {
            return held != null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
