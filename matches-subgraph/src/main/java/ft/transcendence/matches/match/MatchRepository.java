package ft.transcendence.matches.match;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Stores changes to matches with their players. {@link MatchReader} reads them for responses. */
interface MatchRepository extends Repository<Match, UUID> {

    Match saveAndFlush(Match match);

    /** Locks the match until the transaction ends, so that concurrent changes see each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT match FROM Match match JOIN FETCH match.players WHERE match.id = :id")
    Optional<Match> lock(UUID id);
}
