package io.paymentsengine.localstack.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    @TempDir private Path folder;

    private AotCache cache;
    private Path offered;
    private Path options;
    private Path service;
    private Path library;

    @BeforeEach
    void jars() throws IOException {
        cache = new AotCache(folder.resolve("target"));
        offered = folder.resolve("target/aot/image/service.aot");
        options = folder.resolve("target/aot/image/options");
        service = file("app/classpath/service.jar", "service");
        library = file("app/libs/library.jar", "library");
        file("app/jib-classpath-file", "not a jar");
    }

    @Test
    void a_cache_comes_with_the_jars_that_it_was_trained_with() throws IOException {
        train();
        cache.offer(List.of(library, service));
        assertThat(offered).hasContent("cache");
        assertThat(options).content().contains("-XX:AOTCache=/aot/service.aot");
    }

    @Test
    void a_cache_stays_out_beside_a_jar_of_the_same_size_and_time() throws IOException {
        train();
        cache.offer(List.of(library, service));
        var time = Files.getLastModifiedTime(service);
        Files.writeString(service, "Service");
        Files.setLastModifiedTime(service, time);
        assertThat(cache.offer(List.of(library, service))).contains("other jars");
        assertNothingIsOffered();
    }

    @Test
    void a_cache_stays_out_beside_a_jar_more_or_less() throws IOException {
        train();
        cache.offer(List.of(service));
        assertNothingIsOffered();
        cache.offer(List.of(service, library, library));
        assertNothingIsOffered();
    }

    @Test
    void where_nothing_was_trained_nothing_is_offered() throws IOException {
        assertThat(cache.offer(List.of(service))).contains("No AOT cache");
        assertNothingIsOffered();
    }

    @Test
    void a_cache_whose_seal_was_not_written_any_more_stays_out() throws IOException {
        train();
        Files.delete(folder.resolve("target/aot/seal"));
        cache.offer(List.of(library, service));
        assertNothingIsOffered();
    }

    /// The options file must exist: the JVM of an image always reads it.
    private void assertNothingIsOffered() {
        assertThat(offered).doesNotExist();
        assertThat(options).isEmptyFile();
    }

    private void train() throws IOException {
        cache.keep(file("tmp/service.aot", "cache"), folder.resolve("app"));
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
