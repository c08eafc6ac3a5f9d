package io.paymentsengine.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderInUseIT {

    @TempDir Path folder;

    @Test
    void a_folder_that_was_taken_over_is_locked_by_another_process() throws IOException {
        FolderInUse.takeOver(folder, Console.silent());
        try (var file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
            assertThat(file.tryLock()).isNull();
        }
        FolderInUse.giveUp(folder);
    }

    @Test
    void a_folder_that_was_given_up_is_there_for_the_next_run() {
        FolderInUse.takeOver(folder, Console.silent());
        FolderInUse.giveUp(folder);
        assertThatNoException().isThrownBy(() -> FolderInUse.takeOver(folder, Console.silent()));
        FolderInUse.giveUp(folder);
    }
}
