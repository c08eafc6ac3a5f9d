package io.paymentsengine.saga;

import static io.paymentsengine.saga.Payments.OTHER_TENANT;
import static io.paymentsengine.saga.Payments.start;
import static io.paymentsengine.saga.Payments.validated;
import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.AccountCommand.ReleaseFunds;
import io.paymentsengine.contracts.AccountCommand.ReserveFunds;
import io.paymentsengine.contracts.AccountCommand.SettlePayment;
import io.paymentsengine.contracts.PaymentEvent.PaymentCancelled;
import io.paymentsengine.contracts.SagaReply.FundsReserved;
import io.paymentsengine.contracts.ValidationCommand.ValidatePayment;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.localstack.testing.Stores;
import io.paymentsengine.saga.SagaApi.Answer;
import io.paymentsengine.saga.domain.SagaKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What operators and payment-service see through the REST API.
@WithSagas
class SagaApiIT {

    private static final String INTERVENTION =
            "{\"operator\": \"ada\", \"reason\": \"the bank called\"}";

    private final Wire wire;
    private final SagaApi door;
    private final SagaKey key = Payments.next();

    SagaApiIT(@Autowired Stores stores, @LocalServerPort int port) {
        this.wire = new Wire(stores);
        this.door = new SagaApi(port);
    }

    @AfterEach
    void hang_up() {
        wire.close();
        door.close();
    }

    @Test
    void a_saga_is_shown_with_its_journal() {
        reserving(key);

        Answer answer = get(key.tenant(), "/" + key.payment());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/state")).isEqualTo("RUNNING");
        assertThat(answer.text("/step")).isEqualTo("reserve");
        assertThat(answer.text("/amount/value")).isEqualTo("125.50");
        assertThat(answer.text("/journal/1/event")).isEqualTo("PaymentValidated");
        assertThat(answer.json().has("outcome")).isFalse();
    }

    @Test
    void the_journal_alone_is_what_a_timeline_shows() {
        reserving(key);
        post("/retry", INTERVENTION);

        Answer answer = get(key.tenant(), "/" + key.payment() + "/journal");

        JsonNode items = answer.json().path("items");
        assertThat(items.size()).isEqualTo(3);
        assertThat(items.get(0).propertyNames())
                .containsExactlyInAnyOrder("at", "service", "step", "event", "detail");
        assertThat(answer.body()).doesNotContain("ada", "the bank called");
    }

    @Test
    void sagas_are_listed_by_state_and_age_page_by_page() {
        List<SagaKey> keys = Stream.generate(Payments::next).limit(3).toList();
        keys.forEach(this::starting);
        keys.forEach(each -> wire.send(each, Payments.cancel(each)));
        keys.forEach(this::awaitCancelled);
        String cancelled = "?state=CANCELLED&limit=200";

        assertThat(paymentsListed(cancelled)).containsSubsequence(ids(keys));
        assertThat(paymentsListed("?state=RUNNING&limit=200")).doesNotContain(ids(keys));
        assertThat(paymentsListed(cancelled + "&olderThan=PT0S")).contains(ids(keys));
        assertThat(paymentsListed(cancelled + "&olderThan=P1D")).doesNotContain(ids(keys));
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        Stream.generate(Payments::next).limit(3).forEach(this::starting);
        List<String> all = paymentsListed("?limit=200");

        Answer first = get(key.tenant(), "?limit=2");
        Answer second = get(key.tenant(), "?limit=2&cursor=" + first.text("/next"));

        assertThat(first.header("Link")).contains("rel=\"next\"");
        assertThat(Stream.of(first, second).flatMap(page -> payments(page).stream()))
                .containsExactlyElementsOf(all.subList(0, Math.min(4, all.size())));
    }

    @Test
    void a_retry_asks_again_and_is_written_down() {
        reserving(key);

        Answer answer = post("/retry", INTERVENTION);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(wire.await(ReserveFunds.class, key.payment(), 2)).hasSize(2);
        Answer saga = get(key.tenant(), "/" + key.payment());
        assertThat(saga.text("/journal/2/event")).isEqualTo("Retry");
        assertThat(saga.text("/journal/2/operator")).isEqualTo("ada");
        assertThat(saga.text("/journal/2/reason")).isEqualTo("the bank called");
    }

    @Test
    void a_compensation_undoes_and_is_written_down() {
        reserving(key);

        Answer answer = post("/compensate", INTERVENTION);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/state")).isEqualTo("COMPENSATING");
        assertThat(answer.text("/reason/code")).isEqualTo("STOPPED_BY_OPERATOR");
        wire.await(ReleaseFunds.class, key.payment());
    }

    @Test
    void behind_the_pivot_nothing_is_compensated() {
        reserving(key);
        wire.send(key, new FundsReserved(key.payment()));
        wire.await(SettlePayment.class, key.payment());

        Answer answer = post("/compensate", INTERVENTION);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/type"))
                .isEqualTo("https://paymentsengine.io/problems/saga-state-conflict");
        assertThat(answer.text("/detail"))
                .isEqualTo("The intervention has no effect: settle can't be undone.");
        assertThat(wire.all(ReleaseFunds.class, key.payment())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/retry", "/compensate"})
    void an_ended_saga_takes_no_interventions(String path) {
        wire.send(key, Payments.cancel(key));
        awaitCancelled(key);

        assertThat(post(path, INTERVENTION).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/journal"})
    void a_saga_of_another_tenant_is_not_there(String path) {
        starting(key);

        assertThat(get(OTHER_TENANT, "/" + key.payment() + path).status()).isEqualTo(404);
        assertThat(get(key.tenant(), "/" + Payments.next().payment() + path).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/retry", "/compensate"})
    void a_saga_of_another_tenant_takes_no_interventions(String path) {
        reserving(key);

        assertThat(post(OTHER_TENANT, path, INTERVENTION).status()).isEqualTo(404);
        assertThat(get(key.tenant(), "/" + key.payment()).text("/state")).isEqualTo("RUNNING");
    }

    @Test
    void a_list_shows_no_saga_of_another_tenant() {
        starting(key);

        assertThat(payments(get(OTHER_TENANT, "?limit=200"))).doesNotContain(ids(List.of(key)));
    }

    @ParameterizedTest
    @CsvSource({
        "?state=SLEEPING, state",
        "?state=, state",
        "?olderThan=soon, olderThan",
        "?olderThan=-PT1S, olderThan",
        "?olderThan=P100000D, olderThan",
        "?olderThan=P999999999999999999D, olderThan",
        "?limit=0, limit",
        "?cursor=x, cursor",
        "/42, paymentId",
        "/42/journal, paymentId"
    })
    void a_bad_parameter_is_named(String path, String parameter) {
        Answer answer = get(key.tenant(), path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/parameter")).isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/operator",
                "{\"operator\": \"ada\"}|/reason",
                "{\"operator\": \" \", \"reason\": \"x\"}|/operator",
                "{\"operator\": 7, \"reason\": \"x\"}|/operator",
                "{\"operator\": \"a\\u0000\", \"reason\": \"x\"}|/operator",
                "{\"operator\": \"a\\ud800\", \"reason\": \"x\"}|/operator"
            })
    void a_bad_order_is_refused_with_the_field(String body, String pointer) {
        starting(key);

        for (String path : List.of("/retry", "/compensate")) {
            Answer answer = post(path, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(
                            answer.json().path("errors").values().stream()
                                    .map(error -> error.path("pointer").asString()))
                    .contains(pointer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no json", "{\"operator\":"})
    void what_is_no_order_is_refused(String body) {
        starting(key);

        assertThat(post("/retry", body).status()).isEqualTo(400);
    }

    @Test
    void every_call_names_its_tenant() {
        assertThat(door.get("/api/v1/sagas").status()).isEqualTo(400);
        assertThat(get(new TenantId("XXX-999"), "").status()).isEqualTo(403);
    }

    @Test
    void the_api_describes_itself() {
        Answer answer = door.get("/v3/api-docs");

        assertThat(answer.text("/openapi")).startsWith("3.1");
        assertThat(answer.json().path("paths").propertyNames())
                .contains("/api/v1/sagas", "/api/v1/sagas/{paymentId}/retry");
    }

    private void starting(SagaKey saga) {
        wire.send(saga, start(saga));
        wire.await(ValidatePayment.class, saga.payment());
    }

    private void reserving(SagaKey saga) {
        starting(saga);
        wire.send(saga, validated(saga));
        wire.await(ReserveFunds.class, saga.payment());
    }

    private void awaitCancelled(SagaKey saga) {
        wire.await(PaymentCancelled.class, saga.payment());
    }

    private static String[] ids(List<SagaKey> keys) {
        return keys.stream().map(saga -> saga.payment().toString()).toArray(String[]::new);
    }

    private List<String> paymentsListed(String query) {
        return payments(get(key.tenant(), query));
    }

    private static List<String> payments(Answer page) {
        return page.json().path("items").values().stream()
                .map(item -> item.path("paymentId").asString())
                .toList();
    }

    private Answer get(TenantId tenant, String path) {
        return door.get(tenant, path);
    }

    private Answer post(String path, String body) {
        return post(key.tenant(), path, body);
    }

    private Answer post(TenantId tenant, String path, String body) {
        return door.post(tenant, "/" + key.payment() + path, body);
    }
}
