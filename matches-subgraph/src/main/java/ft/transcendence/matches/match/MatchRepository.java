package ft.transcendence.matches.match;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Inserts new matches with their players, for {@link MatchStore}. */
interface MatchRepository extends Repository<Match, UUID> {

    Match saveAndFlush(Match match);
}
