package ft.transcendence.matches.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.matches.match.MatchMode;
import ft.transcendence.matches.testing.MatchFixture;
import ft.transcendence.matches.testing.MatchesTest;
import ft.transcendence.matches.testing.ProfileSeeder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Concurrent changes of the queue. */
@MatchesTest
class QueueConcurrencyTests {

    @LocalServerPort
    private int port;

    @Autowired
    private MatchmakingRun matchmaking;

    @Autowired
    private Queue queue;

    @Autowired
    private JdbcClient jdbc;

    private MatchFixture fixture;

    @BeforeEach
    void enter() {
        fixture = new MatchFixture(port);
        jdbc.sql("DELETE FROM queue_ticket").update();
    }

    /** Players join, leave and are put into other matches while two instances make matches. */
    @Test
    void putsNobodyIntoTwoMatches() throws Exception {
        List<UUID> players = MatchFixture.players(24);
        ProfileSeeder.of(players);
        List<Callable<@Nullable Object>> tasks = new ArrayList<>();
        for (UUID player : players) {
            tasks.add(() -> queue.join(player, new JoinQueueInput(MatchMode.ONE_VS_ONE, null)));
        }
        for (int index = 0; index < players.size(); index += 6) {
            UUID leaving = players.get(index);
            List<UUID> challenged = List.of(players.get(index + 1));
            List<UUID> challenger = List.of(players.get(index + 2));
            tasks.add(() -> queue.leave(leaving));
            tasks.add(() -> fixture.create(challenged, challenger));
        }
        for (int run = 0; run < 8; run++) {
            tasks.add(() -> matchmaking.of(MatchMode.ONE_VS_ONE));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<@Nullable Object> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
        matchmaking.of(MatchMode.ONE_VS_ONE);

        assertThat(count("""
                SELECT count(*) FROM (SELECT user_id FROM match_player WHERE open GROUP BY user_id HAVING count(*) > 1) twice
                """)).isZero();
        assertThat(count("SELECT count(*) FROM queue_seat JOIN match_player USING (user_id) WHERE queue_seat.open"
                        + " AND match_player.open"))
                .isZero();
        assertThat(count("SELECT count(*) FROM queue_seat WHERE open")).isLessThan(2);
    }

    private int count(String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }
}
