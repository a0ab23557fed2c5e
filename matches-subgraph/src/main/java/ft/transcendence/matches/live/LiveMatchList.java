package ft.transcendence.matches.live;

import ft.transcendence.matches.match.Match;
import ft.transcendence.matches.match.MatchReader;
import ft.transcendence.matches.match.MatchStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The matches being played, as a list that changes. A match can change many times a second; the list shows it at most once,
 * and computes that once for all subscribers of this instance.
 */
@Component
class LiveMatchList {

    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int LARGEST_LIST = 100;

    private final MatchReader matches;
    private final Flux<Match> changes;

    LiveMatchList(MatchFeed feed, MatchReader matches) {
        this.matches = matches;
        this.changes = lastOfEach(feed.matches().filter(LiveMatchList::belongs), PACE, Match::id)
                .share();
    }

    /** The newest matches being played. */
    List<Match> current() {
        return matches.live(LARGEST_LIST);
    }

    /** The last state of each match that started, changed or ended within the pace. */
    Flux<Match> changes() {
        return changes;
    }

    /** A match that never started is not on the list. */
    private static boolean belongs(Match match) {
        return match.status() == MatchStatus.LIVE
                || match.startedAt().isPresent() && match.voidedAt().isEmpty();
    }

    /** The last change of each object within each pace. */
    static <T> Flux<T> lastOfEach(Flux<T> changes, Duration pace, Function<T, Object> id) {
        return changes.window(pace).concatMap(window -> window.collect(
                        LinkedHashMap<Object, T>::new, (last, object) -> last.put(id.apply(object), object))
                .flatMapIterable(Map::values));
    }
}
