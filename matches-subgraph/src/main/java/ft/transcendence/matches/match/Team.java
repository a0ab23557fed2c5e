package ft.transcendence.matches.match;

/** The two sides of a match. */
public enum Team {
    ONE,
    TWO;

    /** Its number in events, from 1. */
    int number() {
        return ordinal() + 1;
    }

    /** The side it plays against. */
    public Team opponent() {
        return this == ONE ? TWO : ONE;
    }
}
