package ft.transcendence.matches.match;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Matches by their ids. */
@Service
public class MatchReader {

    private final MatchRepository matches;

    MatchReader(MatchRepository matches) {
        this.matches = matches;
    }

    /** The matches with these ids, players loaded, in one statement; ids of no match are absent. */
    @Transactional(readOnly = true)
    public Map<UUID, Match> byId(Collection<UUID> ids) {
        return matches.findWithPlayers(ids).stream().collect(Collectors.toMap(Match::id, Function.identity()));
    }
}
