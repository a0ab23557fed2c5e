package ft.transcendence.platform.chaos;

import static org.assertj.core.api.Assertions.assertThat;

/** Verifies that players were told of everything once, when all events have been delivered. */
final class NotificationCheck {

    private final Database users;
    private final Database matches;

    NotificationCheck(Deployment deployment) {
        this.users = deployment.usersDatabase();
        this.matches = deployment.matchesDatabase();
    }

    void verify() {
        assertThat(users.rows("SELECT subject, user_id FROM notification WHERE kind = 'MATCH_RESULT' ORDER BY 1, 2"))
                .as("results of which players were told")
                .isNotEmpty()
                .isEqualTo(matches.rows("""
                        SELECT match_id, user_id FROM match_player JOIN match ON match.id = match_id
                        WHERE status = 'COMPLETED' ORDER BY 1, 2
                        """));
        assertThat(users.rows("SELECT subject, user_id FROM notification WHERE kind = 'CHALLENGE' ORDER BY 1, 2"))
                .as("challenges of which players were told and that are still open")
                .isEqualTo(matches.rows(
                        "SELECT challenger, challenged FROM challenge WHERE status = 'PENDING' ORDER BY 1, 2"));
        assertThat(users.rows(
                        "SELECT subject, user_id FROM notification WHERE kind = 'TOURNAMENT_FINISHED' ORDER BY 1, 2"))
                .as("tournaments of whose end players were told")
                .isNotEmpty()
                .isEqualTo(matches.rows("""
                        SELECT tournament_id, user_id FROM tournament_entrant JOIN tournament ON tournament.id = tournament_id
                        WHERE tournament.status = 'FINISHED' ORDER BY 1, 2
                        """));
        assertThat(users.rows("""
                        SELECT user_id, count(*) FROM notification WHERE kind = 'ACHIEVEMENT_EARNED' GROUP BY 1 ORDER BY 1
                        """))
                .as("achievements of which players were told")
                .isNotEmpty()
                .isEqualTo(users.rows("""
                        SELECT user_id, cardinality(earned) FROM player_progress WHERE cardinality(earned) > 0 ORDER BY 1
                        """));
    }
}
