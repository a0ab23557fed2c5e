package ft.transcendence.matches.match;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A player in a match. */
@Entity
@Table(name = "match_player")
public class MatchPlayer {

    @EmbeddedId
    private Id id;

    @MapsId("matchId")
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "match_id")
    private Match match;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Team team;

    @Column(updatable = false)
    private short slot;

    /** Set when the match ends. {@link MatchLifecycle} stores it, as well as {@link #open}, for all players at once. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable Outcome outcome;

    /** Whether the match is still open. A unique index allows each player one open match. */
    @Column(updatable = false)
    private boolean open = true;

    @Embeddable
    record Id(
            @Column(name = "match_id") UUID matchId,
            @Column(name = "user_id") UUID userId) implements Serializable {}

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected MatchPlayer() {}

    MatchPlayer(Match match, UUID userId, Team team, int slot) {
        this.id = new Id(match.id(), userId);
        this.match = match;
        this.team = team;
        this.slot = (short) slot;
    }

    void end(@Nullable Outcome result) {
        outcome = result;
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    public UUID userId() {
        return id.userId();
    }

    public UUID matchId() {
        return id.matchId();
    }

    public Team team() {
        return team;
    }

    /** The points of the player's team. */
    public int score() {
        return match.score().of(team);
    }

    /** The position in the team, starting at 0, in the order sent by the game server. */
    public int slot() {
        return slot;
    }

    /** Win or loss; empty unless the match has a result. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }
}
