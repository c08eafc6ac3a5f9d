package io.paymentsengine.suite.campaign;

import io.paymentsengine.localstack.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Decides which fault comes when. The same seed and faults give the same schedule; how much of it is carried
/// out depends on the available time.
final class Schedule {

    private static final List<Service> SERVICES = List.of(Service.values());
    private static final Duration CALM_LEAST = Duration.ofSeconds(4);
    private static final Duration CALM_MOST = Duration.ofSeconds(7);
    private static final int DEATHS_PERCENT = 30;
    private static final Duration FAULT_LEAST = Duration.ofMillis(300);

    private Schedule() {}

    /// An endless schedule: all faults in random order, then all in another, and so on.
    static Stream<Planned> of(long seed, List<Fault> faults) {
        Random random = new Random(seed);
        return Stream.generate(() -> shuffled(faults, random))
                .flatMap(List::stream)
                .map(fault -> planned(fault, faults.size() > 1, random));
    }

    private static List<Fault> shuffled(List<Fault> faults, Random random) {
        List<Fault> shuffled = new ArrayList<>(faults);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static Planned planned(Fault fault, boolean inCompany, Random random) {
        return new Planned(
                fault,
                between(CALM_LEAST, CALM_MOST, random),
                between(FAULT_LEAST, fault.longest(), random),
                inCompany ? whoDies(fault, random) : Optional.empty());
    }

    /// Faults may coincide: a service that has lost its store may be killed as well.
    private static Optional<Service> whoDies(Fault fault, Random random) {
        Service service = SERVICES.get(random.nextInt(SERVICES.size()));
        boolean dies = random.nextInt(100) < DEATHS_PERCENT;
        return switch (fault) {
            case ServiceFault _ -> Optional.empty();
            case StoreFault _, MessageFault _ -> dies ? Optional.of(service) : Optional.empty();
        };
    }

    private static Duration between(Duration least, Duration most, Random random) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}
