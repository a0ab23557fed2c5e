package ft.transcendence.matches.leaderboard;

import ft.transcendence.matches.season.Seasons;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Prepares the next season, and archives those that have ended, each in a transaction of its own. */
@Component
class SeasonSchedule {

    private final Seasons seasons;
    private final FinalStandings standings;

    SeasonSchedule(Seasons seasons, FinalStandings standings) {
        this.seasons = seasons;
        this.standings = standings;
    }

    @Scheduled(fixedDelayString = "${matches.seasons.check-every}")
    void archive() {
        seasons.prepare();
        while (seasons.archiveNext(standings::store)) {}
    }
}
