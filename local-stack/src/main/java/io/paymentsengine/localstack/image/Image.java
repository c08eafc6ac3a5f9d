package io.paymentsengine.localstack.image;

import io.paymentsengine.localstack.process.Child;
import io.paymentsengine.localstack.process.Folders;
import io.paymentsengine.localstack.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// An unpacked image. A program that runs in it sees only the image's files, read-only and at the
/// paths that they have in a container, and a `/tmp`. The paths matter because an AOT cache
/// recognises classes by their paths.
///
/// @param root the folder of its files on this machine
/// @param entrypoint the command of the image: `java`, options and a class
/// @param environment the environment variables of the image
/// @param folder the working directory of the image
public record Image(
        Path root, List<String> entrypoint, Map<String, String> environment, String folder) {

    /// What a container has in addition to the image's files.
    private static final List<String> MOUNTED = List.of("proc", "dev", "tmp");

    private static final String HOSTS = "etc/hosts";

    /// The mounts are visible only to this program and end with it. This needs Linux, and the right
    /// to create namespaces.
    private static final List<String> APART =
            List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-euc");

    private static final String ENTER =
            """
            root=$1 tmp=$2 folder=$3
            shift 3
            mount --rbind "$root" "$root"
            mount --rbind /proc "$root/proc"
            mount --rbind /dev "$root/dev"
            mount --bind "$tmp" "$root/tmp"
            mount -o remount,bind,ro "$root"
            exec unshare --root="$root" --wd="$folder" "$@"
            """;

    public Image {
        root = root.toAbsolutePath();
        entrypoint = List.copyOf(entrypoint);
        environment = Map.copyOf(environment);
    }

    /// The same image, with additional JVM options.
    public Image with(List<String> options) {
        return running(
                Stream.of(entrypoint.subList(0, 1), options, entrypoint.subList(1, size()))
                        .flatMap(List::stream));
    }

    /// The same image, without the options that start with this text.
    public Image without(String option) {
        Predicate<String> isIt = each -> each.startsWith(option);
        return running(entrypoint.stream().filter(isIt.negate()));
    }

    /// Copies a file into the image.
    ///
    /// @param name the path in the image, such as `etc/hosts`
    public void add(String name, Path file) {
        try {
            Path place = root.resolve(name);
            Folders.makeFor(place);
            Files.deleteIfExists(place);
            Files.copy(file, place);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Runs the image's command to its end.
    ///
    /// @param tmp the folder that becomes its `/tmp`, and gets its log
    /// @throws io.paymentsengine.localstack.process.StartFailed if it exits with an error
    public void run(Path tmp) {
        Path log = tmp.resolve("log");
        Child.run(new Launch(root.toString(), command(tmp), environment, tmp, log));
    }

    /// The command line that runs the image.
    ///
    /// @param tmp the folder that becomes its `/tmp`
    List<String> command(Path tmp) {
        MOUNTED.forEach(name -> Folders.make(root.resolve(name)));
        add(HOSTS, Path.of("/", HOSTS));
        return Stream.of(
                        APART,
                        List.of(ENTER, "sh", root.toString()),
                        List.of(Folders.make(tmp).toAbsolutePath().toString(), folder),
                        entrypoint)
                .flatMap(List::stream)
                .toList();
    }

    private int size() {
        return entrypoint.size();
    }

    private Image running(Stream<String> command) {
        return new Image(root, command.toList(), environment, folder);
    }
}
