package ft.transcendence.users.level;

import ft.transcendence.users.totals.Totals;
import org.jspecify.annotations.Nullable;

/**
 * A player's level, as exposed by the schema's type of the same name.
 *
 * <p>Experience is 10 for each win and 1 for each point that the player's team scored, in wins and losses. Who gives up
 * at once gets nothing. It is a sum, so it does not depend on the order of results, and a voided result takes back
 * exactly what it gave.
 *
 * <p>Level 1 begins at 0. Each level takes 100 more than the one before: level 2 begins at 100, level 3 at 300, level
 * <i>n</i> at 50 <i>n</i> (<i>n</i> − 1). There are 100 levels.
 *
 * @param number the level, 1 to 100
 * @param experience all the player's experience
 * @param experienceOfLevel the experience at which the level begins
 * @param experienceForNext the experience at which the next level begins; null at the highest
 */
record Level(
        int number,
        long experience,
        long experienceOfLevel,
        @Nullable Long experienceForNext) {

    static final int HIGHEST = 100;

    private static final int PER_WIN = 10;
    private static final int STEP = 100;

    static Level of(Totals totals) {
        return of((long) PER_WIN * totals.wins() + totals.score());
    }

    static Level of(long experience) {
        int number = 1;
        while (number < HIGHEST && experience >= beginningOf(number + 1)) {
            number++;
        }
        return new Level(number, experience, beginningOf(number), number == HIGHEST ? null : beginningOf(number + 1));
    }

    private static long beginningOf(int level) {
        return STEP / 2L * level * (level - 1);
    }
}
