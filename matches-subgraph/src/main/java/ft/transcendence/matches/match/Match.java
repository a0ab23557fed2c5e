package ft.transcendence.matches.match;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A match between two teams, from its creation to its end. All changes of its status follow {@link Transition}. The
 * database repeats the rules as constraints.
 */
@Entity
public class Match implements Persistable<UUID> {

    static final int MAXIMUM_VOID_REASON_LENGTH = 500;

    /** The columns that {@link #read} reads, in this order. */
    static final String COLUMNS = """
            match.id, mode, status, finish_reason, score_one, score_two, winner, created_by, created_at, ready_at, started_at,
            ended_at, last_signal_at, fell_silent, doubtful, voided_at, voided_by, void_reason, version, server_id, frozen_at""";

    static final int COLUMN_COUNT = 21;

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MatchMode mode;

    @Enumerated(EnumType.STRING)
    private MatchStatus status = MatchStatus.CREATED;

    @Enumerated(EnumType.STRING)
    private @Nullable FinishReason finishReason;

    private short scoreOne;
    private short scoreTwo;

    @Enumerated(EnumType.STRING)
    private @Nullable Team winner;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private @Nullable String region;

    /** {@link MatchHosting} changes it, as well as {@link #frozenAt}, for many matches at once. */
    private @Nullable String serverId;

    private @Nullable Instant frozenAt;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant readyAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private Instant lastSignalAt;

    /** Whether it was aborted because its game server fell silent, even if a result came later. */
    private boolean fellSilent;

    /** Whether its result does not count, because nobody has confirmed it. */
    private boolean doubtful;

    private @Nullable Instant voidedAt;
    private @Nullable UUID voidedBy;
    private @Nullable String voidReason;

    @OneToMany(mappedBy = "match", cascade = CascadeType.PERSIST)
    @OrderBy("team, slot")
    private List<MatchPlayer> players = new ArrayList<>();

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Match() {}

    /**
     * Creates a match.
     *
     * @throws ChangeRejectedException if the teams do not fit the mode or contain a player twice
     */
    Match(UUID id, NewMatch created, Instant createdAt) {
        this.id = id;
        this.mode = created.mode();
        this.createdBy = created.createdBy();
        this.serverId = created.serverId();
        this.region = created.region();
        this.createdAt = createdAt;
        this.lastSignalAt = createdAt;
        created.requireTeams();
        Map<Team, List<UUID>> teams = created.teams();
        for (Team team : Team.values()) {
            List<UUID> members = teams.getOrDefault(team, List.of());
            for (int slot = 0; slot < members.size(); slot++) {
                players.add(new MatchPlayer(this, members.get(slot), team, slot));
            }
        }
    }

    /**
     * A match as stored, without its players.
     *
     * @param first the number of the first of its {@link #COLUMNS}
     */
    static Match read(ResultSet row, int first) throws SQLException {
        Match match = new Match();
        int column = first;
        match.id = row.getObject(column++, UUID.class);
        match.mode = MatchMode.valueOf(row.getString(column++));
        match.status = MatchStatus.valueOf(row.getString(column++));
        String reason = row.getString(column++);
        match.finishReason = reason == null ? null : FinishReason.valueOf(reason);
        match.scoreOne = row.getShort(column++);
        match.scoreTwo = row.getShort(column++);
        String winner = row.getString(column++);
        match.winner = winner == null ? null : Team.valueOf(winner);
        match.createdBy = row.getString(column++);
        match.createdAt = row.getTimestamp(column++).toInstant();
        match.readyAt = instant(row.getTimestamp(column++));
        match.startedAt = instant(row.getTimestamp(column++));
        match.endedAt = instant(row.getTimestamp(column++));
        match.lastSignalAt = row.getTimestamp(column++).toInstant();
        match.fellSilent = row.getBoolean(column++);
        match.doubtful = row.getBoolean(column++);
        match.voidedAt = instant(row.getTimestamp(column++));
        match.voidedBy = row.getObject(column++, UUID.class);
        match.voidReason = row.getString(column++);
        match.version = row.getLong(column++);
        match.serverId = row.getString(column++);
        match.frozenAt = instant(row.getTimestamp(column));
        return match;
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** Adds a player who was read with the match. */
    void add(MatchPlayer player) {
        players.add(player);
    }

    /** @throws ChangeRejectedException with {@link MatchErrorCode#NOT_ASSIGNED} if another game server hosts the match, or none */
    void requireHostedBy(String server) {
        if (!server.equals(serverId)) {
            throw new ChangeRejectedException(
                    MatchErrorCode.NOT_ASSIGNED, "The match is not assigned to your game server.", "matchId");
        }
    }

    void makeReady(Instant at) {
        status = Transition.MAKE_READY.from(status);
        readyAt = at;
        receiveSignal(at);
    }

    /** A sign of life from the game server, which also ends the freeze. */
    private void receiveSignal(Instant at) {
        lastSignalAt = at;
        frozenAt = null;
    }

    /** Starts the game. A match in status CREATED becomes READY first. */
    void start(Instant at) {
        if (status == MatchStatus.CREATED) {
            makeReady(at);
        }
        status = Transition.START.from(status);
        startedAt = at;
        receiveSignal(at);
    }

    /** Sets the score of the running game. The score cannot decrease, so a report that arrives late is rejected. */
    void reportScore(Score score, Instant at) {
        MatchStatus next = Transition.REPORT_SCORE.from(status);
        ScoreRules.requireReport(mode, score(), score);
        status = next;
        setScore(score);
        receiveSignal(at);
    }

    /** Shows a later score of the running game, which was reported but is not stored yet. */
    void raiseScore(Score later) {
        setScore(score().highest(later));
    }

    /** Records that the game server still hosts the match. */
    void heartbeat(Instant at) {
        requireOpen("kept alive");
        receiveSignal(at);
    }

    /**
     * Ends the match because a player gave up: the other team wins if it was running, otherwise it is aborted. Nobody
     * can give up a frozen match: they would lose through the fault of the game server.
     */
    void forfeit(Team team, Instant at) {
        requireOpen("forfeited");
        if (frozenAt != null) {
            throw new ChangeRejectedException(
                    MatchErrorCode.MATCH_FROZEN,
                    "The game server does not respond. The match continues or is aborted within a minute.",
                    "matchId");
        }
        if (status == MatchStatus.LIVE) {
            complete(team.opponent(), score(), FinishReason.FORFEIT, at);
        } else {
            abort(FinishReason.FORFEIT, at);
        }
    }

    private void requireOpen(String change) {
        if (!status.isOpen()) {
            throw Transition.rejection(status, change);
        }
    }

    /** Ends the match with a result, even a match that was aborted in the meantime because its game server fell silent. */
    void complete(Team winningTeam, Score score, FinishReason reason, Instant at) {
        Transition transition = isAwaitingLateResult() ? Transition.COMPLETE_LATE : Transition.COMPLETE;
        MatchStatus next = transition.from(status);
        ScoreRules.requireResult(mode, score(), score, winningTeam, reason);
        status = next;
        setScore(score);
        winner = winningTeam;
        finishReason = reason;
        endedAt = at;
        receiveSignal(at);
        players.forEach(player -> player.end(player.team() == winningTeam ? Outcome.WIN : Outcome.LOSS));
    }

    /** Ends the match without a result. */
    void abort(FinishReason reason, Instant at) {
        MatchStatus next = Transition.ABORT.from(status);
        if (reason == FinishReason.SCORE) {
            throw new ChangeRejectedException(
                    MatchErrorCode.INVALID_FINISH_REASON,
                    "Use finishMatch for a match that was decided by score.",
                    "reason");
        }
        status = next;
        finishReason = reason;
        endedAt = at;
        receiveSignal(at);
        players.forEach(player -> player.end(null));
    }

    /** Aborts the match if it has missed one of these deadlines, and returns whether it did. */
    boolean expire(Deadlines deadlines, Instant at) {
        Optional<FinishReason> missed = deadlines.missedBy(this);
        missed.ifPresent(reason -> {
            abort(reason, at);
            fellSilent = reason == FinishReason.SERVER_FAULT;
        });
        return missed.isPresent();
    }

    /** Whether it was aborted because its game server fell silent, which a result can correct. */
    boolean isAwaitingLateResult() {
        return status == MatchStatus.ABORTED && fellSilent;
    }

    /** Keeps the result from counting until a moderator confirms it. */
    void doubt() {
        doubtful = true;
    }

    /** Confirms a result that is in doubt, which a moderator who played in the match must not do. */
    void confirm(UUID moderator) {
        requireUninvolved(moderator);
        if (status != MatchStatus.COMPLETED || !doubtful) {
            throw new ChangeRejectedException(
                    MatchErrorCode.ILLEGAL_TRANSITION, "Only a result in doubt can be confirmed.", "matchId");
        }
        doubtful = false;
    }

    /** @throws ChangeRejectedException with {@link MatchErrorCode#NOT_A_PLAYER} if one of these does not play in the match */
    void requirePlayers(Collection<UUID> named) {
        if (!named.stream().allMatch(id -> player(id).isPresent())) {
            throw new ChangeRejectedException(MatchErrorCode.NOT_A_PLAYER, "Name players of the match only.", "absent");
        }
    }

    private void requireUninvolved(UUID moderator) {
        if (player(moderator).isPresent()) {
            throw new ChangeRejectedException(
                    MatchErrorCode.CONFLICT_OF_INTEREST, "You played in this match. Ask another moderator.", "matchId");
        }
    }

    /** Voids the result, which a moderator who played in the match must not do. The result remains readable. */
    void voidResult(String reason, UUID moderator, Instant at) {
        requireUninvolved(moderator);
        if (reason.isBlank() || reason.length() > MAXIMUM_VOID_REASON_LENGTH) {
            throw new ChangeRejectedException(
                    MatchErrorCode.INVALID_VOID_REASON,
                    "Give a reason of 1 to %d characters.".formatted(MAXIMUM_VOID_REASON_LENGTH),
                    "reason");
        }
        status = Transition.VOID.from(status);
        voidedAt = at;
        voidedBy = moderator;
        voidReason = reason.strip();
    }

    private void setScore(Score score) {
        scoreOne = (short) score.teamOne();
        scoreTwo = (short) score.teamTwo();
    }

    public UUID id() {
        return id;
    }

    public MatchMode mode() {
        return mode;
    }

    public MatchStatus status() {
        return status;
    }

    /** Why the match ended; empty while it is open. */
    public Optional<FinishReason> finishReason() {
        return Optional.ofNullable(finishReason);
    }

    public Score score() {
        return new Score(scoreOne, scoreTwo);
    }

    /** The winning team; empty unless the match has a result. */
    public Optional<Team> winner() {
        return Optional.ofNullable(winner);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> readyAt() {
        return Optional.ofNullable(readyAt);
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** The game server or the feature that wanted the match. */
    public String createdBy() {
        return createdBy;
    }

    /** The game server that hosts the match; empty while none is assigned. */
    public Optional<String> serverId() {
        return Optional.ofNullable(serverId);
    }

    /** Since when the running match has waited for its silent game server; empty if it does not. */
    public Optional<Instant> frozenAt() {
        return Optional.ofNullable(frozenAt);
    }

    /** What the match waits for before it can begin or continue; empty if it waits for nothing. */
    public Optional<MatchWait> waitingFor() {
        return switch (status) {
            case CREATED -> Optional.of(serverId == null ? MatchWait.GAME_SERVER : MatchWait.PLAYERS);
            case LIVE -> frozenAt == null ? Optional.empty() : Optional.of(MatchWait.GAME_SERVER_RETURN);
            case READY, COMPLETED, ABORTED, VOIDED -> Optional.empty();
        };
    }

    /** Increases with every change of a stored match, except signs of life. */
    public long version() {
        return version == null ? 0 : version;
    }

    /** Increases with everything that readers see of the match: its version, and its points in between. */
    public long revision() {
        return (version() << Byte.SIZE) + score().teamOne() + score().teamTwo();
    }

    /** When the game server last reported anything. */
    public Instant lastSignalAt() {
        return lastSignalAt;
    }

    /** Whether it was aborted because its game server fell silent, even if a result came later. */
    boolean fellSilent() {
        return fellSilent;
    }

    /** Whether the result never counted, because it is or was in doubt until it was voided. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** Whether the match has a result that counts in ratings, statistics and totals. */
    public boolean isRated() {
        return status == MatchStatus.COMPLETED && !doubtful;
    }

    public Optional<Instant> voidedAt() {
        return Optional.ofNullable(voidedAt);
    }

    /** The moderator who voided the result; empty if it was not voided, or if their account was deleted. */
    public Optional<UUID> voidedBy() {
        return Optional.ofNullable(voidedBy);
    }

    public Optional<String> voidReason() {
        return Optional.ofNullable(voidReason);
    }

    /** The players, ordered by team and slot. */
    public List<MatchPlayer> players() {
        return players.stream()
                .sorted(Comparator.comparing(MatchPlayer::team).thenComparing(MatchPlayer::slot))
                .toList();
    }

    /** The ids of a team's players, ordered by slot. */
    public List<UUID> team(Team team) {
        return players().stream()
                .filter(player -> player.team() == team)
                .map(MatchPlayer::userId)
                .toList();
    }

    /** The player with this id; empty if they do not play in this match. */
    public Optional<MatchPlayer> player(UUID userId) {
        return players().stream()
                .filter(player -> player.userId().equals(userId))
                .findAny();
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
