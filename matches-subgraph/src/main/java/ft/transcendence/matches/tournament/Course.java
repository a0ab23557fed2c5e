package ft.transcendence.matches.tournament;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rounds and places of a started tournament, as responses show them. */
record Course(List<Round> rounds, List<Place> standings) {

    Course {
        rounds = List.copyOf(rounds);
        standings = List.copyOf(standings);
    }

    /** A round, as exposed by the schema's {@code TournamentRound}. */
    record Round(int number, List<Meeting> pairings) {

        Round {
            pairings = List.copyOf(pairings);
        }
    }

    /** A pairing, as exposed by the schema's {@code TournamentPairing}. */
    record Meeting(
            int position,
            @Nullable Entrant one,
            @Nullable Entrant two,
            PairingStatus status,
            @Nullable PairingDecision decision,
            @Nullable Entrant winner,
            @Nullable UUID matchId) {}

    /** A place, as exposed by the schema's {@code TournamentStanding}. */
    record Place(int place, Entrant entrant, int wins, int losses, int pointDifference) {}

    static Course of(Draw draw, List<Entrant> entrants) {
        Map<UUID, Entrant> known = entrants.stream().collect(Collectors.toMap(Entrant::player, Function.identity()));
        return new Course(
                draw.rounds().stream().map(round -> round(round, known)).toList(),
                draw.standings().stream()
                        .map(standing -> new Place(
                                standing.place(),
                                Objects.requireNonNull(known.get(standing.player())),
                                standing.wins(),
                                standing.losses(),
                                standing.pointDifference()))
                        .toList());
    }

    private static Round round(List<Pairing> pairings, Map<UUID, Entrant> known) {
        return new Round(
                pairings.getFirst().round(),
                pairings.stream()
                        .map(pairing -> new Meeting(
                                pairing.position(),
                                entrant(pairing.one(), known),
                                entrant(pairing.two(), known),
                                pairing.status(),
                                pairing.decision(),
                                entrant(pairing.winner(), known),
                                pairing.matchId()))
                        .toList());
    }

    private static @Nullable Entrant entrant(@Nullable UUID player, Map<UUID, Entrant> known) {
        return player == null ? null : known.get(player);
    }
}
