package io.paymentsengine.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WallTest {

    @ParameterizedTest
    @EnumSource
    void every_service_keeps_its_walls(Wall wall) {
        assertThat(wall.breaches(Modules.main())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_class_that_goes_through_a_wall_is_refused(Wall wall) {
        assertThat(wall.proof()).anyMatch(breach -> breach.contains(wall.culprit()));
    }

    @Test
    void every_service_has_all_rooms() {
        assertThat(emptyRooms(Modules.main(), Modules.OURS)).isEmpty();
    }

    @Test
    void a_service_that_lacks_a_room_is_refused() {
        assertThat(emptyRooms(Modules.wrong(), Modules.WRONG))
                .contains(Modules.WRONG + ".account..storage..")
                .doesNotContain(Modules.WRONG + ".payment..storage..");
    }

    private static List<String> emptyRooms(JavaClasses classes, String root) {
        return Modules.SERVICES.stream()
                .flatMap(service -> Stream.of(Room.of(root + "." + service, Room.values())))
                .filter(room -> classes.stream().noneMatch(resideInAPackage(room)))
                .toList();
    }
}
