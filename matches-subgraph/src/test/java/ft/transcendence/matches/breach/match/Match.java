package ft.transcendence.matches.breach.match;

import ft.transcendence.matches.breach.rating.Rating;

/** Depends on a lower layer, which is allowed. */
public record Match(Rating rating) {}
