package ft.transcendence.matches.rating;

import java.util.Arrays;

/** The ladder of a mode. Matches of the mode change the ratings on it, and players are ranked on each separately. */
public enum Ladder {
    ONE_VS_ONE,
    TWO_VS_TWO;

    /** The names of all ladders, as in the database. */
    static String[] names() {
        return Arrays.stream(values()).map(Ladder::name).toArray(String[]::new);
    }
}
