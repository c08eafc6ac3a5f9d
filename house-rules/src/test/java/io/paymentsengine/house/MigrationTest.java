package io.paymentsengine.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

    private static final String FOLDER = "account-service/src/main/resources/db/migration/";

    @TempDir private Path folder;

    @Test
    void every_table_shows_a_tenant_its_own_rows_alone() {
        assertThat(Migration.of(House.OURS)).isNotEmpty();
        assertThat(Migration.openTables(House.OURS)).isEmpty();
    }

    @Test
    void a_table_without_tenant_or_policy_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                FOLDER + "V001__a.sql",
                                """
                                CREATE TABLE kept (tenant_id text NOT NULL, id uuid);
                                CREATE TABLE lost (id numeric(9, 2));
                                CREATE TABLE read_by_its_owner (
                                    id        uuid, -- (of nobody
                                    tenant_id text NOT NULL);
                                ALTER TABLE kept ENABLE ROW LEVEL SECURITY;
                                ALTER TABLE kept FORCE ROW LEVEL SECURITY;
                                CREATE POLICY tenant_rows ON kept USING (true);
                                """)
                        .with(
                                FOLDER + "V002__b.sql",
                                """
                                ALTER TABLE read_by_its_owner ENABLE ROW LEVEL SECURITY;
                                CREATE POLICY tenant_rows ON read_by_its_owner USING (true);
                                """)
                        .house();
        assertThat(Migration.openTables(house))
                .containsExactly(
                        FOLDER + "V001__a.sql lost has no tenant_id",
                        FOLDER + "V001__a.sql lacks: alter table lost enable row level security",
                        FOLDER + "V001__a.sql lacks: alter table lost force row level security",
                        FOLDER + "V001__a.sql lacks: create policy tenant_rows on lost using",
                        FOLDER
                                + "V001__a.sql lacks:"
                                + " alter table read_by_its_owner force row level security");
    }

    @Test
    void every_time_means_the_same_moment_everywhere() {
        assertThat(Migration.timesWithoutZone(House.OURS)).isEmpty();
    }

    @Test
    void a_time_without_zone_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(FOLDER + "V001__a.sql", "CREATE TABLE a (at timestamptz);")
                        .with(FOLDER + "V002__b.sql", "CREATE TABLE b (at timestamp);")
                        .house();
        assertThat(Migration.timesWithoutZone(house)).containsExactly(FOLDER + "V002__b.sql");
    }

    @Test
    void the_version_before_can_live_with_every_migration() {
        assertThat(Migration.breaches(House.OURS)).isEmpty();
    }

    @Test
    void a_migration_that_takes_something_from_the_version_before_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(FOLDER + "V001__a.sql", "DROP TABLE a; CREATE TABLE b (c int);")
                        .with(
                                FOLDER + "V002__b.sql",
                                """
                                ALTER TABLE b DROP COLUMN c, ADD COLUMN d int DEFAULT 0 NOT NULL;
                                ALTER TABLE b RENAME COLUMN d TO e;
                                ALTER TABLE b ALTER COLUMN e SET NOT NULL, ADD COLUMN f text;
                                ALTER TABLE b ALTER COLUMN e TYPE bigint;
                                ALTER TABLE b ADD COLUMN g text NOT NULL;
                                DROP TABLE b; DROP INDEX i;
                                """)
                        .house();
        assertThat(Migration.breaches(house))
                .containsExactly(
                        FOLDER + "V002__b.sql drop column c",
                        FOLDER + "V002__b.sql rename column d",
                        FOLDER + "V002__b.sql alter column e set not null",
                        FOLDER + "V002__b.sql alter column e type bigint",
                        FOLDER + "V002__b.sql add column g text not null",
                        FOLDER + "V002__b.sql drop table b");
    }

    @Test
    void no_index_keeps_others_from_writing() {
        assertThat(Migration.blocking(House.OURS)).isEmpty();
    }

    @Test
    void an_index_that_keeps_others_from_writing_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(
                                FOLDER + "V001__a.sql",
                                "CREATE TABLE a (b int); CREATE INDEX i ON a (b);")
                        .with(
                                FOLDER + "V008__b.sql",
                                "CREATE TABLE c (d int); CREATE INDEX j ON c (d);")
                        .with(FOLDER + "V009__c.sql", "CREATE INDEX CONCURRENTLY k ON a (b);")
                        .with(FOLDER + "V010__d.sql", "CREATE UNIQUE INDEX l ON a (b);")
                        .house();
        assertThat(Migration.blocking(house))
                .containsExactly(FOLDER + "V010__d.sql create unique index l on a");
    }

    @Test
    void every_version_is_there_once() {
        assertThat(Migration.repeated(House.OURS)).isEmpty();
    }

    @Test
    void a_version_that_is_there_twice_is_refused() {
        House house =
                new WrongHouse(folder)
                        .with(FOLDER + "V001__a.sql", "")
                        .with(FOLDER + "V001__b.sql", "")
                        .with(FOLDER + "V002__c.sql", "")
                        .house();
        assertThat(Migration.repeated(house)).containsExactly("account-service V001");
    }
}
