package ft.transcendence.matches.match;

import java.util.UUID;

/** Published when a game server reports the score of a running match. The score is not stored yet. */
public record ScoreReported(UUID matchId, Score score) {}
