package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Looks again and again for players who are in two matches. It asks for the status of matches: the index that is meant to prevent it relies
 * on a column of its own.
 */
final class MatchWatch {

    private final Database matches;
    private final List<String> found = new CopyOnWriteArrayList<>();

    MatchWatch(Database matches) {
        this.matches = matches;
    }

    void look() {
        found.addAll(matches.rows("""
                SELECT user_id, string_agg(match_id::text, ' ') FROM match_player JOIN match ON match.id = match_id
                WHERE status IN ('CREATED', 'READY', 'LIVE') GROUP BY user_id HAVING count(*) > 1
                """));
    }

    void verify() {
        assertThat(found).as("players in two matches").isEmpty();
    }
}
