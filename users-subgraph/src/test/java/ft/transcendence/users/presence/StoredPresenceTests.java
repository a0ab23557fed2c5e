package ft.transcendence.users.presence;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.subgraph.stream.OpenStreams.Session;
import ft.transcendence.users.Players;
import ft.transcendence.users.Players.Player;
import ft.transcendence.users.UsersTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signs of life from several instances, late and lost updates of matches, and what is deleted. */
@UsersTest
class StoredPresenceTests {

    private static final UUID FIRST = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("01900000-0000-7000-8000-000000000002");

    @Autowired
    Players players;

    @Autowired
    StoredPresence stored;

    @Autowired
    JdbcClient jdbc;

    /** In the future, so that nothing here is deleted as expired meanwhile. */
    private final Instant now = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

    UUID ada;

    @BeforeEach
    void join() {
        ada = players.join("ada").id();
    }

    @Test
    void reportsChangesOnly() {
        Session session = new Session(ada, "one");
        assertThat(stored.see(List.of(session), now)).containsExactly(ada);
        assertThat(stored.see(List.of(session), now.plusSeconds(20))).isEmpty();
        assertThat(stored.report(session, false, now.plusSeconds(21))).isEmpty();
        assertThat(stored.report(session, true, now.plusSeconds(22))).containsExactly(ada);
        assertThat(stored.report(session, true, now.plusSeconds(23))).isEmpty();
        assertThat(stored.see(List.of(session), now.plusSeconds(100))).containsExactly(ada);
    }

    @Test
    void isInGameUntilTheMatchIsOverOrSilent() {
        assertThat(play(FIRST, false, 0)).containsExactly(ada);
        assertThat(play(FIRST, false, 60)).isEmpty();
        assertThat(at(179)).isEqualTo(Presence.IN_GAME);
        assertThat(at(181)).as("no update for two minutes").isEqualTo(Presence.OFFLINE);

        assertThat(play(FIRST, true, 61)).containsExactly(ada);
        assertThat(at(62)).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void ignoresUpdatesThatArriveLate() {
        play(FIRST, false, 0);
        play(FIRST, true, 1);
        assertThat(play(FIRST, false, 2)).isEmpty();
        assertThat(at(3)).as("an update of a match that is over").isEqualTo(Presence.OFFLINE);

        play(SECOND, false, 4);
        play(FIRST, true, 5);
        assertThat(at(6)).as("an update of the match before").isEqualTo(Presence.IN_GAME);
    }

    @Test
    void ignoresAnUpdateOfAMatchWhoseEndCameFirst() {
        play(FIRST, true, 0);
        play(FIRST, false, 1);
        assertThat(at(2)).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void writesUpdatesOfAMatchAtMostEvery15Seconds() {
        play(FIRST, false, 0);
        play(FIRST, false, 14);
        assertThat(playingUntil()).isEqualTo(now.plusSeconds(120));
        play(FIRST, false, 16);
        assertThat(playingUntil()).isEqualTo(now.plusSeconds(136));
    }

    @Test
    void storesNothingOfUsersWithoutAnAccount() {
        UUID nobody = UUID.randomUUID();
        assertThat(stored.see(List.of(new Session(nobody, "one")), now)).isEmpty();
        assertThat(stored.report(new Session(nobody, "one"), true, now)).isEmpty();
        assertThat(stored.play(List.of(new PlayedMatch(nobody, FIRST, false)), now))
                .isEmpty();
        assertThat(rowsOf(nobody)).isZero();
    }

    @Test
    void deletesWhatHasNoMeaningAnyMore() {
        stored.see(List.of(new Session(ada, "one")), now);
        play(FIRST, false, 0);
        stored.removeExpired(now.plusSeconds(89));
        assertThat(rowsOf(ada)).isEqualTo(2);
        stored.removeExpired(now.plus(Duration.ofMinutes(7)));
        assertThat(rowsOf(ada)).isZero();
    }

    @Test
    void takesTheSignsOfSeveralInstancesAtOnce() throws Exception {
        List<Session> sessions = new ArrayList<>();
        for (Player player : players.join("crowd", 10)) {
            sessions.add(new Session(player.id(), "phone"));
            sessions.add(new Session(player.id(), "desktop"));
        }
        Callable<Integer> instance = () -> {
            List<Session> mixed = new ArrayList<>(sessions);
            int changes = 0;
            for (int round = 0; round < 20; round++) {
                Collections.shuffle(mixed);
                changes += stored.see(mixed, now.plusSeconds(20L * round)).size();
            }
            return changes;
        };
        int changes = 0;
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> each : instances.invokeAll(Collections.nCopies(4, instance))) {
                changes += each.get();
            }
        }

        assertThat(changes).as("each session came once").isEqualTo(sessions.size());
        assertThat(sessions).allSatisfy(session -> assertThat(
                        stored.of(List.of(session.user()), now.plusSeconds(400)).get(session.user()))
                .isEqualTo(Presence.ONLINE));
    }

    private List<UUID> play(UUID match, boolean over, int second) {
        return stored.play(List.of(new PlayedMatch(ada, match, over)), now.plusSeconds(second));
    }

    private @Nullable Presence at(int second) {
        return stored.of(List.of(ada), now.plusSeconds(second)).get(ada);
    }

    private Instant playingUntil() {
        return jdbc.sql("SELECT playing_until FROM playing WHERE user_id = ?")
                .param(ada)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private int rowsOf(UUID user) {
        return jdbc.sql("SELECT (SELECT count(*) FROM presence WHERE user_id = :user)"
                        + " + (SELECT count(*) FROM playing WHERE user_id = :user)")
                .param("user", user)
                .query(Integer.class)
                .single();
    }
}
