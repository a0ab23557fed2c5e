package ft.transcendence.matches.match;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads matches by id. */
@Service
public class MatchReader {

    /** Well below the maximum number of parameters of a PostgreSQL statement. */
    private static final int BATCH_SIZE = 10_000;

    private final MatchRepository matches;

    MatchReader(MatchRepository matches) {
        this.matches = matches;
    }

    /**
     * The matches with these ids and their players, in one statement per {@value #BATCH_SIZE} ids. Unknown ids are
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
