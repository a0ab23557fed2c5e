package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/**
 * The platform while all activities are going on at once, with a game server that plays the matches they lead to. It also watches that
 * nobody is ever in two matches.
 */
final class BusyPlatform implements AutoCloseable {

    /** Longer than a subgraph takes to start on a busy machine. */
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Database matches;
    private final List<Activity> activities;
    private final MatchWatch watch;
    private final Crew gameServer;
    private final Crew players;

    BusyPlatform(Deployment deployment, List<Activity> activities) {
        this.matches = deployment.matchesDatabase();
        this.activities = List.copyOf(activities);
        this.watch = new MatchWatch(matches);
        this.gameServer = new Crew(List.of(new MatchHost(deployment)::step, watch::look));
        this.players = new Crew(activities.stream()
                .flatMap(activity -> activity.actors().stream())
                .toList());
    }

    /** Waits until this many further matches have been played. */
    void playMatches(int number) {
        int target = completed() + number;
        await(number + " further matches").atMost(LIMIT).until(() -> {
            players.check();
            gameServer.check();
            return completed() >= target;
        });
    }

    /** Ends all activities, waits until the matches they led to have been played, and verifies them. */
    void finish() {
        players.stop();
        activities.forEach(Activity::finish);
        await("all matches have ended").atMost(LIMIT).untilAsserted(() -> assertThat(
                        matches.rows("SELECT id, status FROM match WHERE status IN ('CREATED', 'READY', 'LIVE')"))
                .isEmpty());
        gameServer.stop();
        watch.verify();
        assertThat(matches.rows("SELECT id, status, finish_reason FROM match WHERE status <> 'COMPLETED'"))
                .as("matches without a result")
                .isEmpty();
        assertThat(matches.rows("SELECT match_id, user_id FROM match_player WHERE open"))
                .as("players who are still in a match")
                .isEmpty();
        activities.forEach(Activity::verify);
    }

    @Override
    public void close() {
        players.close();
        gameServer.close();
    }

    private int completed() {
        return matches.number("SELECT count(*) FROM match WHERE status = 'COMPLETED'");
    }
}
