package ft.transcendence.matches.match;

/** How a match ended for a player. There are no draws in Pong. */
public enum Outcome {
    WIN,
    LOSS
}
