package io.paymentsengine.localstack.image;

import io.paymentsengine.localstack.Repository;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.service.Service;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// A service's AOT cache, which [Training] left below the service's target folder, and a seal of the jars
/// that it was made of. A JVM knows its jars by size and time, and Jib gives the same time to all: beside
/// other jars of the same sizes a cache runs yesterday's code. It comes into an image by its seal, and not
/// else.
///
/// @param target the service's target folder
public record AotCache(Path target) {

    /// Where an image has it, in the folder that Jib fills.
    public static final String IN_IMAGE = "aot/service.aot";

    /// Where an image has what its JVM is told of it: nothing, where none came with it. A JVM that is told
    /// of a cache and finds none says so at each start, and does without the archive of Java's own classes.
    public static final String OPTIONS_IN_IMAGE = "aot/options";

    /// How the image's JVM is told to read them.
    static final String OPTIONS = "@/" + OPTIONS_IN_IMAGE;

    /// What a JVM needs to know to use it. It ends at once where the cache's objects don't fit into the heap
    /// that it begins with: 13 MiB, and a sixty-fourth of a pod's memory is less.
    static final List<String> USE =
            List.of("-XX:AOTCache=/" + IN_IMAGE, "-XX:InitialRAMPercentage=25");

    private static final String NAME = "service.aot";
    private static final String JAR = ".jar";

    static AotCache of(Service service) {
        return new AotCache(Repository.folder().resolve(service.title()).resolve("target"));
    }

    /// What `./mvnw -Pimages` does before Jib. Needs no library.
    ///
    /// @param arguments the target folder, the service's own jar, and its class path
    public static void main(String[] arguments) throws IOException {
        List<Path> jars = new ArrayList<>(List.of(Path.of(arguments[1])));
        Stream.of(arguments[2].split(File.pathSeparator))
                .filter(path -> path.endsWith(JAR))
                .map(Path::of)
                .forEach(jars::add);
        System.out.println(new AotCache(Path.of(arguments[0])).offer(jars));
    }

    /// Keeps a new cache, of an image with these files.
    void keep(Path cache, Path files) throws IOException {
        Folders.make(folder());
        Files.deleteIfExists(sealOfTrained());
        Files.move(cache, trained(), StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> all = Files.walk(files)) {
            List<Path> jars = all.filter(path -> path.toString().endsWith(JAR)).toList();
            Files.writeString(sealOfTrained(), seal(jars));
        }
    }

    /// Lays the cache where Jib takes it from if it was made of these jars, and sees to it that none is there
    /// if not.
    ///
    /// @return what was done
    String offer(List<Path> jars) throws IOException {
        Path offered = folder().resolve("image");
        Folders.remove(offered);
        Folders.make(offered);
        Path options = offered.resolve("options");
        if (!Files.exists(trained()) || !Files.exists(sealOfTrained())) {
            Files.createFile(options);
            return "No AOT cache was trained: the image starts without.";
        }
        if (!Files.readString(sealOfTrained()).equals(seal(jars))) {
            Files.createFile(options);
            return "The AOT cache was trained with other jars: the image starts without.";
        }
        Files.copy(trained(), offered.resolve(NAME));
        Files.write(options, USE);
        return "The AOT cache was trained with these jars and comes with them.";
    }

    /// Of what is in the jars, in whatever order.
    private static String seal(List<Path> jars) throws IOException {
        List<String> digests = new ArrayList<>();
        for (Path jar : jars) {
            digests.add(digest(jar));
        }
        MessageDigest all = sha256();
        digests.stream()
                .sorted()
                .forEach(digest -> all.update(digest.getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(all.digest());
    }

    private static String digest(Path jar) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(jar), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path folder() {
        return target.resolve("aot");
    }

    private Path trained() {
        return folder().resolve(NAME);
    }

    private Path sealOfTrained() {
        return folder().resolve("seal");
    }
}
