package ft.transcendence.matches.doubt;

/** Why a result is hard to believe, as described by the schema's enum of the same name. */
public enum Doubt {
    /** The points cannot have been played in that time. */
    TOO_FAST,
    /** The same players have met too often in the last hour. */
    SAME_PAIR,
    /** A new player has lost nearly all of their matches to the same player. */
    NEW_PLAYER_LOSES
}
