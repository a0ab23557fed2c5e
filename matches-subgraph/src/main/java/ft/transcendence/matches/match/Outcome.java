package ft.transcendence.matches.match;

/** How a match ended for one player; Pong knows no draws. */
public enum Outcome {
    WIN,
    LOSS
}
