package ft.transcendence.matches.match;

/** The two teams of a match. */
public enum Team {
    ONE,
    TWO;

    /** The number used in events, starting at 1. */
    int number() {
        return ordinal() + 1;
    }

    /** The opposing team. */
    public Team opponent() {
        return this == ONE ? TWO : ONE;
    }
}
