package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What happens to players on their way into a match when processes die. The same players wait in the queue, challenge each other and play
 * tournaments at the same time. Every test ends with the same check: all matches were played, nobody was in two of them, each has exactly the
 * tickets, the challenge or the pairing that led to it, tournaments were played to the end, and players were told of everything once.
 */
class PlayChaosTests {

    private static final int PLAYERS = 8;

    /** How many matches show that everything goes on. */
    private static final int SOME = 12;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Deployment deployment;
    private static List<Activity> activities;

    @BeforeAll
    static void start() {
        deployment = Deployment.start();
        List<Player> players = IntStream.range(0, PLAYERS)
                .mapToObj(number -> Player.join(deployment, "player-" + number))
                .toList();
        activities = List.of(
                new QueueActivity(deployment, players),
                new ChallengeActivity(deployment, players),
                new TournamentActivity(deployment, players));
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @BeforeEach
    void oneInstanceRuns() {
        deployment.users().crash(1);
        deployment.matches().crash(1);
        deployment.start(0);
    }

    @Test
    void nobodyIsLostOrDoubledWhenMatchesIsKilled() {
        try (BusyPlatform busy = new BusyPlatform(deployment, activities)) {
            busy.playMatches(SOME);
            killBefore("UPDATE", "challenge", deployment.matches(), deployment.matchesDatabase());
            busy.playMatches(SOME);
            killBefore("UPDATE", "queue_ticket", deployment.matches(), deployment.matchesDatabase());
            killBefore("INSERT", "tournament_pairing", deployment.matches(), deployment.matchesDatabase());
            deployment.matches().start(1);
            busy.playMatches(SOME);
            deployment.matches().crash(1);
            busy.playMatches(SOME);
            busy.finish();
        }
        verifyEvents();
    }

    @Test
    void nobodyMissesANotificationWhenUsersIsKilled() {
        try (BusyPlatform busy = new BusyPlatform(deployment, activities)) {
            busy.playMatches(SOME);
            killBefore("INSERT", "notification", deployment.users(), deployment.usersDatabase());
            busy.playMatches(SOME);
            deployment.users().start(1);
            deployment.users().crash(0);
            busy.playMatches(SOME);
            busy.finish();
        }
        verifyEvents();
    }

    /** Kills the only instance while it is between two writes of a transaction, and starts it again. */
    private static void killBefore(String action, String table, Subgraph subgraph, Database database) {
        try (TransactionBarrier barrier = TransactionBarrier.before(action, table, database)) {
            await("a write to " + table).atMost(LIMIT).untilAsserted(() -> assertThat(barrier.waiting())
                    .isPositive());
            subgraph.crash(0);
            barrier.abortWaiting();
        }
        subgraph.start(0);
    }

    private static void verifyEvents() {
        new ConsistencyCheck(deployment).verify();
        new NotificationCheck(deployment).verify();
    }
}
