package ft.transcendence.matches.season;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The known seasons, oldest first. What they say about a moment never changes, except that those which were not known
 * yet are added.
 */
public record SeasonCalendar(List<Season> seasons) {

    /** A time without seasons. */
    public static final SeasonCalendar NONE = new SeasonCalendar(List.of());

    public SeasonCalendar {
        seasons = List.copyOf(seasons);
    }

    /** The season of that moment; empty before the first one, and after the known ones. */
    public Optional<Season> at(Instant moment) {
        return seasons.stream().filter(season -> season.contains(moment)).findAny();
    }

    /** When the seasons ended that ended after the first moment and no later than the second, in order. */
    public List<Instant> endsBetween(Instant from, Instant to) {
        return seasons.stream()
                .map(Season::endsAt)
                .filter(end -> end.isAfter(from) && !end.isAfter(to))
                .toList();
    }

    /** When the season of that moment ends; empty if it is not known. */
    public Optional<Instant> endOfSeasonAt(Instant moment) {
        return seasons.stream()
                .map(Season::endsAt)
                .filter(end -> end.isAfter(moment))
                .findFirst();
    }
}
