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

/// One run at a time in a folder. The lock is the guard's, so that it lasts until the last process
/// of a run has ended, also of one that was killed.
final class FolderInUse {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /// Longer than a guard takes.
    private static final int TRIES_MAX = 75;

    private FolderInUse() {}

    /// Returns when the folder is ours.
    ///
    /// @throws IllegalStateException if another run stays
    static void takeOver(Path folder, Console console) {
        Path lock = lockOf(Folders.make(folder));
        for (int tried = 0; !isFree(lock); tried++) {
            if (tried == 0) {
                console.say("waiting for another run in " + folder + " to end");
            }
            if (tried == TRIES_MAX) {
                throw new IllegalStateException(
                        "the suite runs already, with its data in %s: end that run, or give this one"
                                        .formatted(folder)
                                + " a folder and ports of its own with -Dfolder=... and"
                                + " -Dports.offset="
                                + PortPlan.ADVISED_OFFSET);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        Guard.ofThisJvm().lock(lock);
    }

    /// Lets others use the folder.
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
