package io.paymentsengine.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paymentsengine.localstack.process.Ports;
import io.paymentsengine.localstack.process.Server;
import io.paymentsengine.localstack.store.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoresIT {

    private final Stores stores = Stores.shared();

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void postgres_is_as_durable_as_in_production(String setting) throws SQLException {
        assertThat(ask(stores.database("durable").asSuperuser(), "SHOW " + setting))
                .isEqualTo("on");
    }

    @Test
    void postgres_is_version_18() throws SQLException {
        assertThat(ask(stores.database("version").asSuperuser(), "SHOW server_version"))
                .startsWith("18.");
    }

    @Test
    void the_owner_makes_tables_and_the_application_does_not() throws SQLException {
        Database database = stores.database("roles");
        run(database.asOwner(), "CREATE TABLE IF NOT EXISTS coins (id int)");
        run(database.asOwner(), "GRANT SELECT ON coins TO roles_app");
        assertThat(ask(database.asApplication(), "SELECT count(*) FROM coins")).isEqualTo("0");
        assertThatThrownBy(() -> run(database.asApplication(), "CREATE TABLE mine (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_service_cannot_even_connect_to_the_database_of_another() {
        Database mine = stores.database("mine");
        Database other = stores.database("other");
        var trespasser = mine.asApplication();
        trespasser.setDatabaseName(other.name());
        assertThatThrownBy(trespasser::getConnection).hasMessageContaining("permission denied");
    }

    @Test
    void committed_rows_survive_a_killed_postgres() throws SQLException {
        try (Stores own = Stores.isolated()) {
            Database database = own.database("killed");
            run(database.asOwner(), "CREATE TABLE coins AS SELECT 7 AS id");
            own.postgres().kill();
            assertThatThrownBy(() -> database.asOwner().getConnection())
                    .isInstanceOf(SQLException.class);
            own.postgres().start();
            assertThat(ask(database.asOwner(), "SELECT id FROM coins")).isEqualTo("7");
            own.postgres().stop();
            own.postgres().start();
            assertThat(ask(database.asOwner(), "SELECT id FROM coins")).isEqualTo("7");
        }
    }

    @Test
    void topics_survive_a_killed_kafka() throws Exception {
        try (Stores own = Stores.isolated()) {
            createTopic(own, "before");
            own.kafka().kill();
            own.kafka().start();
            createTopic(own, "after");
            own.kafka().pause();
            own.kafka().resume();
            assertThat(topics(own)).contains("before", "after");
        }
    }

    @Test
    void redis_is_flushed_and_restarted_on_its_port() {
        try (Stores own = Stores.isolated()) {
            int port = own.redis().port();
            own.flushRedis();
            own.redis().stop();
            own.redis().start();
            own.flushRedis();
            assertThat(own.redis().port()).isEqualTo(port);
        }
    }

    @Test
    void stores_of_ones_own_end_when_they_are_closed_whatever_was_done_to_them() {
        Stores own = Stores.isolated();
        Server redis = own.redis();
        redis.pause();
        own.close();
        assertThat(Ports.isFree(redis.port())).isTrue();
    }

    private static void createTopic(Stores stores, String name) throws Exception {
        try (Admin admin = admin(stores)) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static Iterable<String> topics(Stores stores) throws Exception {
        try (Admin admin = admin(stores)) {
            return admin.listTopics().names().get(30, TimeUnit.SECONDS);
        }
    }

    private static Admin admin(Stores stores) {
        return Admin.create(Map.of("bootstrap.servers", stores.bootstrapServers()));
    }

    private static String ask(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
