package io.paymentsengine.suite.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Tests that exactly the calls in the call table are answered, by sending every call from every caller to
/// every service.
@Promise("Only what a policy allows is answered, by service account, method and path")
class AuthorizationIT {

    /// All service accounts that policies mention, and one that none mentions.
    private static final List<String> CALLERS =
            List.of(
                    "gateway",
                    "payment-service",
                    "validation-service",
                    "account-service",
                    "saga-orchestrator",
                    "default");

    private static final List<String> METHODS = List.of("GET", "POST", "DELETE");

    /// Further paths, which nobody may request at these ports.
    private static final List<String> MORE_PATHS =
            List.of(
                    "/",
                    "/actuator/health",
                    "/v3/api-docs",
                    "/api/v1/limits",
                    "/api/v1/sagas",
                    "/api/v1/sagas/x",
                    "/api/v1/validations");

    private final Mesh mesh;
    private final CallTable table;

    AuthorizationIT(Mesh mesh) {
        this.mesh = mesh;
        this.table = CallTable.of(mesh.resources(Overlay.asDeployed()));
    }

    private record Cell(String caller, String callee, String method, String path) {

        Call call() {
            return Call.of(method, "http://%s:8080%s".formatted(callee, path))
                    .with("x-tenant-id", "STD-001")
                    .with("content-type", "application/json");
        }
    }

    @Test
    void exactly_the_cells_of_the_call_table_are_answered(Proof proof) {
        List<String> wrong = new ArrayList<>();
        int answered = 0;
        int denied = 0;
        for (String caller : CALLERS) {
            List<Cell> cells = cells(caller);
            List<Heard> heard = mesh.caller(caller).calls(cells.stream().map(Cell::call).toList());
            for (int each = 0; each < cells.size(); each++) {
                Cell cell = cells.get(each);
                boolean allowed = isAllowed(cell);
                answered += allowed ? 1 : 0;
                denied += allowed ? 0 : 1;
                if (!heard.get(each).isAnswered() || heard.get(each).isDenied() == allowed) {
                    wrong.add("%s: %s".formatted(cell, heard.get(each)));
                }
            }
        }

        proof.did(
                        "%d callers requested %d paths of each of 4 services",
                        CALLERS.size(), paths().size())
                .measured(
                        "%d requests must be answered, %d must be denied; %d were handled wrongly",
                        answered, denied, wrong.size());
        assertThat(answered).isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    void stores_answer_the_accounts_that_use_them_and_nobody_else(Proof proof) {
        List<String> wrong = new ArrayList<>();
        int allowed = 0;
        for (String caller : CALLERS) {
            for (Stores store : Stores.all()) {
                boolean wanted = table.allows(caller, store);
                Heard heard = mesh.caller(caller).call(store.askedAt(store.app()));
                allowed += wanted ? 1 : 0;
                if (heard.isAnswered() != wanted) {
                    wrong.add(caller + " → " + store + ": " + heard);
                }
            }
        }

        proof.did("%d callers connected to 3 stores", CALLERS.size())
                .measured(
                        "%d pairs must be answered; %d were handled wrongly",
                        allowed, wrong.size());
        assertThat(allowed).isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_spelling_of_a_path_gets_past_a_policy(Proof proof) {
        List<Call> spellings =
                Stream.of(
                                "/api/v1//accounts/lookup",
                                "/api/v1/accounts/%6cookup",
                                "/api/v1/accounts%2flookup",
                                "/api/v1/accounts/x/../lookup")
                        .map(path -> new Cell("gateway", "account-service", "POST", path).call())
                        .toList();

        List<Heard> heard = mesh.caller("gateway").calls(spellings);

        proof.did("the gateway's account requested a forbidden path in %d spellings", 4)
                .measured("%d denied", heard.stream().filter(Heard::isDenied).count());
        assertThat(heard).allMatch(Heard::isDenied);
    }

    /// The policy sees a different path, but Spring the same one; the service itself refuses the request.
    @Test
    void a_path_with_parameters_gets_past_a_policy_and_not_into_a_service(Proof proof) {
        Heard heard =
                mesh.caller("gateway")
                        .call(
                                new Cell(
                                                "gateway",
                                                "account-service",
                                                "POST",
                                                "/api/v1/accounts/lookup;a=b")
                                        .call());

        proof.did("the gateway's account requested lookup;a=b").measured("%s", heard);
        assertThat(heard.status()).isEqualTo(400);
    }

    private boolean isAllowed(Cell cell) {
        return table.allows(cell.caller(), cell.callee(), cell.method(), cell.path());
    }

    private List<Cell> cells(String caller) {
        return Mesh.SERVICES.stream()
                .flatMap(
                        callee ->
                                METHODS.stream()
                                        .flatMap(
                                                method ->
                                                        paths().stream()
                                                                .map(
                                                                        path ->
                                                                                new Cell(
                                                                                        caller,
                                                                                        callee,
                                                                                        method,
                                                                                        path))))
                .toList();
    }

    private List<String> paths() {
        return Stream.concat(table.paths().stream(), MORE_PATHS.stream()).distinct().toList();
    }
}
