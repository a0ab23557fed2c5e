package ft.transcendence.matches.season;

import java.time.Instant;

/**
 * A season, as described by the schema's type of the same name.
 *
 * @param number its number, 1 for the first
 * @param startsAt when it begins
 * @param endsAt when the next one begins
 * @param archived whether its final standings have been stored
 */
public record Season(int number, Instant startsAt, Instant endsAt, boolean archived) {

    public Season {
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("Season " + number + " must end after it began");
        }
    }

    /** Whether it has begun and not ended at that moment. */
    boolean contains(Instant moment) {
        return !moment.isBefore(startsAt) && moment.isBefore(endsAt);
    }
}
