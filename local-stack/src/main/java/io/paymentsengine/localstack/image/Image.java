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

/// An unpacked image. What runs in it sees the image's files alone, where they are in a container and
/// not to be written to, and a `/tmp`: an AOT cache knows its classes by their paths.
///
/// @param root where its files are on this machine
/// @param entrypoint what it says should be run: `java`, options and a class
/// @param environment what it says should be set
/// @param folder in which it says it should be run
public record Image(
        Path root, List<String> entrypoint, Map<String, String> environment, String folder) {

    /// What a container is given besides.
    private static final List<String> MOUNTED = List.of("proc", "dev", "tmp");

    private static final String HOSTS = "etc/hosts";

    /// Only this program sees the mounts, and they end with it. Linux lets do so who may make namespaces.
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

    /// The same with further options of the JVM.
    public Image with(List<String> options) {
        return running(
                Stream.of(entrypoint.subList(0, 1), options, entrypoint.subList(1, size()))
                        .flatMap(List::stream));
    }

    /// The same without the options that start like this.
    public Image without(String option) {
        Predicate<String> isIt = each -> each.startsWith(option);
        return running(entrypoint.stream().filter(isIt.negate()));
    }

    /// Puts a file into it.
    ///
    /// @param name where, such as `etc/hosts`
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

    /// Runs it to its end.
    ///
    /// @param tmp the folder that is its `/tmp`, and has its log
    /// @throws io.paymentsengine.localstack.process.StartFailed if it ends with an error
    public void run(Path tmp) {
        Path log = tmp.resolve("log");
        Child.run(new Launch(root.toString(), command(tmp), environment, tmp, log));
    }

    /// What runs it.
    ///
    /// @param tmp the folder that is its `/tmp`
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
