package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidinessTest {

    @TempDir private Path folder;

    @Test
    void every_package_is_null_marked() {
        assertThat(Tidiness.unmarkedPackages(House.OURS)).isEmpty();
    }

    @Test
    void a_package_that_is_not_null_marked_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with("platform/good/package-info.java", "@NullMarked package good;")
                        .with("platform/good/A.java", "package good; class A {}")
                        .with("platform/bare/package-info.java", "package bare;")
                        .with("platform/lost/B.java", "package lost; class B {}")
                        .house();
        assertThat(Tidiness.unmarkedPackages(house))
                .containsExactly("platform bare", "platform lost");
    }

    @Test
    void nothing_is_put_off() {
        assertThat(Tidiness.putOff(House.OURS)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("io.paymentsengine.house.Tidiness#PUT_OFF")
    void a_comment_that_puts_work_off_is_refused(String mark) {
        House house =
                new WrongHouse(folder)
                        .with("A.java", "class A {} // " + mark + ": later")
                        .with("a.yaml", "# ok\n# " + mark)
                        .house();
        assertThat(Tidiness.putOff(house)).containsExactly("A.java:1", "a.yaml:2");
    }

    @Test
    void comments_are_markdown() {
        assertThat(Tidiness.oldComments(House.OURS)).isEmpty();
    }

    @Test
    void a_comment_in_the_old_form_is_refused() {
        House house = WrongHouse.of(folder, "A.java", "/// New.\nclass A {\n  /** Old. */\n}");
        assertThat(Tidiness.oldComments(house)).containsExactly("A.java:3");
    }

    @Test
    void nobody_signs_a_file() {
        assertThat(Tidiness.signatures(House.OURS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@author me", "Copyright 2026", "Licensed under"})
    void a_signed_file_is_refused(String signature) {
        House house = WrongHouse.of(folder, "A.java", "/// " + signature + "\nclass A {}");
        assertThat(Tidiness.signatures(house)).containsExactly("A.java:1");
    }

    @Test
    void nothing_unseen_is_written() {
        assertThat(Tidiness.unseen(House.OURS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:\tb", "a: b ", "a: b\r"})
    void something_unseen_is_refused(String line) {
        House house = WrongHouse.of(folder, "a.yaml", "a:\n  b: c\n" + line + "\n");
        assertThat(Tidiness.unseen(house)).containsExactly("a.yaml:3");
    }

    @Test
    void every_import_says_what_it_imports() {
        assertThat(Tidiness.wildcards(House.OURS)).isEmpty();
    }

    @Test
    void a_wildcard_is_refused() {
        House house = WrongHouse.of(folder, "A.java", "import java.util.*;\nclass A {}");
        assertThat(Tidiness.wildcards(house)).containsExactly("A.java java.util.*");
    }

    @Test
    void no_code_is_generated_and_none_of_our_types_is_played() {
        assertThat(Tidiness.strangers(House.OURS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lombok.Data", "org.mapstruct.Mapper", "org.mockito.Mockito"})
    void a_library_that_does_either_is_refused(String name) {
        House house = WrongHouse.of(folder, "A.java", "import " + name + ";\nclass A {}");
        assertThat(Tidiness.strangers(house)).containsExactly("A.java " + name);
    }
}
