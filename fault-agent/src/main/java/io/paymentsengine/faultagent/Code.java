package io.paymentsengine.faultagent;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The boundaries that the compiled code of the services has.
public final class Code {

    private static final String CLASSES = "target/classes";
    private static final String SHARED = "platform";

    private Code() {}

    /// All places in services that were built in this repository.
    ///
    /// @param services the names of their modules
    public static Set<Place> places(Path repository, List<String> services) {
        return places(
                Survey.of(repository.resolve(SHARED, CLASSES)),
                services.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        each -> Survey.of(repository.resolve(each, CLASSES)))));
    }

    /// Shared code counts for the services that refer to its type, or for all services if none
    /// does.
    static Set<Place> places(Survey shared, Map<String, Survey> services) {
        Set<Place> all = new TreeSet<>();
        services.forEach((service, survey) -> addAll(service, survey.sites(), all));
        Map<String, Set<String>> types = new TreeMap<>();
        services.forEach((service, survey) -> types.put(service, survey.types()));
        shared.sites()
                .forEach(
                        (site, kind) ->
                                users(site, types)
                                        .forEach(user -> addAll(user, Map.of(site, kind), all)));
        return all;
    }

    private static Set<String> users(Site site, Map<String, Set<String>> types) {
        Set<String> users =
                types.entrySet().stream()
                        .filter(service -> service.getValue().contains(site.type()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return users.isEmpty() ? types.keySet() : users;
    }

    private static void addAll(String service, Map<Site, Kind> sites, Set<Place> all) {
        sites.forEach(
                (site, kind) ->
                        kind.edges().forEach(edge -> all.add(new Place(service, site, edge))));
    }
}
