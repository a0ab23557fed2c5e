package ft.transcendence.matches.breach.rating;

import ft.transcendence.matches.breach.match.Match;

/** Depends on a higher layer. */
public record Rating(Match match) {}
