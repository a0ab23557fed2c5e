package ft.transcendence.matches.match;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Matches by their ids. */
@Service
public class MatchReader {

    /** Far fewer than the parameters that a statement of PostgreSQL can have. */
    private static final int BATCH_SIZE = 10_000;

    private final MatchRepository matches;

    MatchReader(MatchRepository matches) {
        this.matches = matches;
    }

    /**
     * The matches with these ids, players loaded, in one statement for every {@value #BATCH_SIZE} of them; ids of no match are
     * absent.
     */
    @Transactional(readOnly = true)
    public Map<UUID, Match> byId(Collection<UUID> ids) {
        return ids.stream()
                .gather(Gatherers.windowFixed(BATCH_SIZE))
                .flatMap(some -> matches.findWithPlayers(some).stream())
                .collect(Collectors.toMap(Match::id, Function.identity()));
    }
}
