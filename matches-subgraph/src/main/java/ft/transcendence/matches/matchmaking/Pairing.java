package ft.transcendence.matches.matchmaking;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Candidates who become the two teams of a match. */
record Pairing(List<Candidate> teamOne, List<Candidate> teamTwo) {

    Stream<Candidate> candidates() {
        return Stream.concat(teamOne.stream(), teamTwo.stream());
    }

    List<UUID> playersOne() {
        return players(teamOne);
    }

    List<UUID> playersTwo() {
        return players(teamTwo);
    }

    /** The distance of the teams' strengths in rating points. */
    double distance() {
        return Math.abs(strength(teamOne) - strength(teamTwo));
    }

    private static List<UUID> players(List<Candidate> team) {
        return team.stream().flatMap(candidate -> candidate.players().stream()).toList();
    }

    /** The average rating of the players, as ratings see a team. */
    private static double strength(List<Candidate> team) {
        double sum = 0;
        int players = 0;
        for (Candidate candidate : team) {
            sum += candidate.strength() * candidate.size();
            players += candidate.size();
        }
        return sum / players;
    }
}
