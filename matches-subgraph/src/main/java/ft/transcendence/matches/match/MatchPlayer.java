package ft.transcendence.matches.match;

import ft.transcendence.matches.player.User;
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
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** Set when the match ends. {@link MatchStore} stores it, as well as {@link #open}, for all players at once. */
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable Outcome outcome;

    /** Whether the match is still open. A unique index allows each player one open match. */
    @Column(updatable = false)
    private boolean open = true;

    /** Whether the users subgraph has published the player, who cannot be shown before. */
    @Transient
    private boolean known;

    /** The columns that {@link #read} reads, in this order. */
    static final String COLUMNS = """
            seat.user_id, seat.team, seat.slot, seat.outcome, seat.open,
            player.profile_version IS NOT NULL OR player.erased_at IS NOT NULL""";

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

    /**
     * A player of a match, as stored.
     *
     * @param first the number of the first of the {@link #COLUMNS}
     */
    static MatchPlayer read(Match match, ResultSet row, int first) throws SQLException {
        int column = first;
        UUID userId = row.getObject(column++, UUID.class);
        Team team = Team.valueOf(row.getString(column++));
        MatchPlayer player = new MatchPlayer(match, userId, team, row.getShort(column++));
        String result = row.getString(column++);
        player.outcome = result == null ? null : Outcome.valueOf(result);
        player.open = row.getBoolean(column++);
        player.known = row.getBoolean(column);
        return player;
    }

    void end(@Nullable Outcome result) {
        outcome = result;
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    /** Records that the users subgraph has published the player. */
    void makeKnown() {
        known = true;
    }

    /** The player, for clients; null if the users subgraph has not published them. */
    public @Nullable User user() {
        return known ? new User(userId()) : null;
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
