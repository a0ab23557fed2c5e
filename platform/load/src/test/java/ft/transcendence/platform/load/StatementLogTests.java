package ft.transcendence.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementLogTests {

    private static final String LOG = """
            2026-11-23 23:24:51.910 UTC [12714] LOG:  parameter "log_statement" changed to "all"
            2026-11-23 23:24:52.100 UTC [77] matches LOG:  execute S_1: BEGIN READ ONLY
            2026-11-23 23:24:52.101 UTC [77] matches LOG:  execute <unnamed>: SELECT user_id
            \tFROM player_rating WHERE user_id = $1
            2026-11-23 23:24:52.101 UTC [77] matches DETAIL:  Parameters: $1 = '5'
            2026-11-23 23:24:52.102 UTC [78] keycloak LOG:  execute S_4: SELECT 1
            2026-11-23 23:24:52.103 UTC [77] matches LOG:  execute S_2/C_3: INSERT INTO outbox_record (id) VALUES ($1)
            2026-11-23 23:24:52.104 UTC [79] matches LOG:  execute S_9: SELECT record_key
            \tFROM outbox_record WHERE status = $1
            2026-11-23 23:24:52.104 UTC [79] matches LOG:  execute S_8: UPDATE outbox_instance SET last_heartbeat = $1
            2026-11-23 23:24:52.104 UTC [79] matches LOG:  execute S_7: UPDATE observation SET ended_at = $1
            2026-11-23 23:24:52.105 UTC [77] matches LOG:  execute S_3: COMMIT
            """;

    @Test
    void ignoresPollingAndTransactionControl() {
        assertThat(StatementLog.parse(LOG, "matches"))
                .containsExactly(
                        "SELECT user_id\n\tFROM player_rating WHERE user_id = $1",
                        "INSERT INTO outbox_record (id) VALUES ($1)");
    }
}
