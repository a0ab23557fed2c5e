package ft.transcendence.matches.rating;

import ft.transcendence.matches.season.Seasons;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Players' ratings, one for each mode. Only completed and voided matches change them. */
@Service
public class RatingService {

    private final RatingLedger ledger;
    private final Seasons seasons;

    RatingService(RatingLedger ledger, Seasons seasons) {
        this.ledger = ledger;
        this.seasons = seasons;
    }

    /** Rates a match, in the transaction that completes it. Rating a match twice fails on the ledger's primary key. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rate(RatedMatch match) {
        List<UUID> players =
                Stream.concat(match.winners().stream(), match.losers().stream()).toList();
        RatingRules rules = rulesUntil(match.endedAt());
        ledger.recordResult(match, rules.rate(match, ledger.lock(match.ladder(), players)), rules);
    }

    /** Refunds the rating points of a match, in the transaction that voids it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refund(UUID matchId, Instant refundedAt) {
        List<RatingChange> changes = ledger.results(List.of(matchId));
        if (changes.isEmpty()) {
            return;
        }
        Map<UUID, PlayerRating> current = ledger.lock(
                changes.getFirst().ladder(),
                changes.stream().map(RatingChange::userId).toList());
        List<RatingChange> refunds = changes.stream()
                .map(change -> {
                    PlayerRating before = locked(current, change.userId());
                    return new RatingChange(matchId, before, change.refundedFrom(before));
                })
                .toList();
        ledger.recordRefund(refundedAt, refunds, rulesUntil(refundedAt));
    }

    /** The current ratings of all of these players, by ladder. A player who has never played has the initial one. */
    public Map<UUID, Map<Ladder, CurrentRating>> ratings(Collection<UUID> players, Instant now) {
        RatingRules rules = rulesUntil(now);
        Map<UUID, Map<Ladder, CurrentRating>> ratings = new HashMap<>();
        players.forEach(player -> ratings.put(player, unrated(player, now, rules)));
        ledger.find(players, now, rules)
                .forEach(rating -> ratings.computeIfAbsent(rating.userId(), player -> unrated(player, now, rules))
                        .put(rating.mode(), rating));
        return ratings;
    }

    private static Map<Ladder, CurrentRating> unrated(UUID player, Instant now, RatingRules rules) {
        Map<Ladder, CurrentRating> ratings = new EnumMap<>(Ladder.class);
        for (Ladder ladder : Ladder.values()) {
            ratings.put(ladder, CurrentRating.unrated(player, ladder, now, rules));
        }
        return ratings;
    }

    /** The current ratings of all of these players on one ladder. */
    public Map<UUID, CurrentRating> ratings(Ladder ladder, Collection<UUID> players, Instant now) {
        Map<UUID, CurrentRating> ratings = new HashMap<>();
        ratings(players, now)
                .forEach((player, ladders) -> ratings.put(player, Objects.requireNonNull(ladders.get(ladder))));
        return ratings;
    }

    /** The rating changes of these matches, by match. Matches that were not rated are absent. */
    public Map<UUID, List<RatingChange>> changes(Collection<UUID> matches) {
        return ledger.results(matches).stream().collect(Collectors.groupingBy(RatingChange::matchId));
    }

    /**
     * Compares every stored rating with a replay of the whole history, and returns the players whose ratings differ.
     */
    @Transactional(readOnly = true)
    public List<UUID> audit() {
        RatingReplay replay = new RatingReplay(new RatingRules(seasons.all()), ledger.refunded());
        ledger.read(replay::apply);
        return ledger.all().stream()
                .filter(stored -> !stored.equals(replay.of(stored.userId(), stored.ladder())))
                .map(PlayerRating::userId)
                .distinct()
                .toList();
    }

    private RatingRules rulesUntil(Instant moment) {
        return new RatingRules(seasons.until(moment));
    }

    private static PlayerRating locked(Map<UUID, PlayerRating> ratings, UUID player) {
        PlayerRating rating = ratings.get(player);
        if (rating == null) {
            throw new IllegalStateException("Player " + player + " has no rating to lock");
        }
        return rating;
    }
}
