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

/// A service's AOT cache, which [Training] leaves below the service's target folder, and a seal: a
/// digest of the jars from which it was made. A JVM recognises jars by size and time, and Jib gives
/// all jars the same time, so with other jars of the same sizes a cache would run outdated code. A
/// cache is therefore put into an image only if its seal matches the image's jars.
///
/// @param target the service's target folder
public record AotCache(Path target) {

    /// The path of the cache in an image.
    public static final String IN_IMAGE = "aot/service.aot";

    /// The path in an image of the JVM options for the cache. The file is empty if the image has no
    /// cache: a JVM that is given a cache and finds none reports so at each start, and does not use
    /// the archive of Java's own classes either.
    public static final String OPTIONS_IN_IMAGE = "aot/options";

    /// The argument that makes the image's JVM read these options.
    static final String OPTIONS = "@/" + OPTIONS_IN_IMAGE;

    /// The JVM options to use the cache. A JVM exits at once if the cache's objects (13 MiB) don't
    /// fit into its initial heap. The default, a sixty-fourth of a pod's memory, is too small.
    static final List<String> USE =
            List.of("-XX:AOTCache=/" + IN_IMAGE, "-XX:InitialRAMPercentage=25");

    private static final String NAME = "service.aot";
    private static final String JAR = ".jar";

    static AotCache of(Service service) {
        return new AotCache(Repository.folder().resolve(service.title()).resolve("target"));
    }

    /// Run by `./mvnw -Pimages` before Jib. Needs no libraries.
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

    /// Keeps a new cache.
    ///
    /// @param cache the file, which is moved
    /// @param files the folder with the jars of the image in which the cache was made
    void keep(Path cache, Path files) throws IOException {
        Folders.make(folder());
        Files.deleteIfExists(sealOfTrained());
        Files.move(cache, trained(), StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> all = Files.walk(files)) {
            List<Path> jars = all.filter(path -> path.toString().endsWith(JAR)).toList();
            Files.writeString(sealOfTrained(), seal(jars));
        }
    }

    /// Puts the cache where Jib picks it up if it was made from these jars; otherwise makes sure
    /// that there is none.
    ///
    /// @return a message that says what was done
    String offer(List<Path> jars) throws IOException {
        Path offered = folder().resolve("image");
        Folders.remove(offered);
        Folders.make(offered);
        Path options = offered.resolve("options");
        if (!Files.exists(trained()) || !Files.exists(sealOfTrained())) {
            Files.createFile(options);
            return "No AOT cache was trained: the image starts without one.";
        }
        if (!Files.readString(sealOfTrained()).equals(seal(jars))) {
            Files.createFile(options);
            return "The AOT cache was trained with other jars: the image starts without it.";
        }
        Files.copy(trained(), offered.resolve(NAME));
        Files.write(options, USE);
        return "The AOT cache was trained with these jars: the image includes it.";
    }

    /// A digest of the jars' contents that does not depend on their order.
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
