package ft.transcendence.matches.match;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * The scores of running matches that this instance has received, from game servers or from other instances. They are ahead
 * of the stored ones by what {@link ScoreStorage} has not written yet. Points only increase, so the higher points of each
 * team are the current ones, in whatever order and however often reports arrive.
 */
@Component
public class LiveScores {

    /** Much longer than it takes to store a score. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    /** More than there are running matches. A forgotten score is shown as it was last stored. */
    private static final int CAPACITY = 100_000;

    private final ConcurrentMap<UUID, Score> scores;

    LiveScores() {
        Cache<UUID, Score> cache = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(CAPACITY)
                .build();
        this.scores = cache.asMap();
    }

    /** Receives a reported score of a running match. */
    public void receive(UUID matchId, Score reported) {
        scores.merge(matchId, reported, Score::highest);
    }

    /** Brings a match that was just read up to date. */
    void applyTo(Match match) {
        if (match.status() == MatchStatus.LIVE) {
            Score received = scores.get(match.id());
            if (received != null) {
                match.raiseScore(received);
            }
        }
    }
}
