package io.paymentsengine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointerTest {

    @ParameterizedTest
    @CsvSource({
        "amount, /amount",
        "amount.value, /amount/value",
        "items[0].amount.value, /items/0/amount/value",
        "items[12].<list element>, /items/12",
        "limits[EUR], /limits/EUR",
        "limits[a/b~c].value, /limits/a~1b~0c/value",
        "'', ''"
    })
    void says_where_a_bean_path_leads(String path, String pointer) {
        assertThat(Pointer.ofPath(path)).isEqualTo(pointer);
    }
}
