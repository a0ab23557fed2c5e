package ft.transcendence.matches.doubt;

import ft.transcendence.matches.doubt.PlayedMatch.Encounter;
import org.springframework.stereotype.Component;

/** Doubts results of new players who lose nearly all matches to one player, as second accounts do that feed the first. */
@Component
class NewPlayerRule implements DoubtRule {

    private final DoubtProperties limits;

    NewPlayerRule(DoubtProperties limits) {
        this.limits = limits;
    }

    @Override
    public Doubt doubt() {
        return Doubt.NEW_PLAYER_LOSES;
    }

    @Override
    public boolean isRaisedBy(PlayedMatch match) {
        return match.encounters().stream().anyMatch(encounter -> isNew(encounter, match) && feeds(encounter));
    }

    private boolean isNew(Encounter encounter, PlayedMatch match) {
        return encounter.playingSince().plus(limits.newPlayer()).isAfter(match.endedAt());
    }

    private boolean feeds(Encounter encounter) {
        return encounter.played() >= limits.newPlayerMatches()
                && encounter.lostToWinner() >= limits.newPlayerLosses() * encounter.played();
    }
}
