package ft.transcendence.matches.season;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The seasons. Any instance stores the next one, a day before it begins or when it is asked about a moment after the last
 * one: the first to store it decides when it ends.
 */
@Service
public class Seasons {

    private static final Duration AHEAD = Duration.ofDays(1);

    private final SeasonStore stored;
    private final SeasonProperties properties;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private volatile SeasonCalendar known = SeasonCalendar.NONE;

    Seasons(SeasonStore stored, SeasonProperties properties, Clock clock, PlatformTransactionManager transactions) {
        this.stored = stored;
        this.properties = properties;
        this.clock = clock;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void on(ApplicationStartedEvent event) {
        prepare();
    }

    /** Stores and reads the next season before the first request needs it. */
    public void prepare() {
        until(clock.instant().plus(AHEAD));
    }

    /** The seasons until that moment, at least. Usually from memory. */
    public SeasonCalendar until(Instant moment) {
        SeasonCalendar seasons = known;
        return seasons.endOfSeasonAt(moment).isPresent() ? seasons : extended(moment);
    }

    /** All stored seasons, and those until now. */
    public SeasonCalendar all() {
        return extended(clock.instant());
    }

    /** The season of this moment. */
    public Season current() {
        Instant now = clock.instant();
        return until(now).at(now).orElseThrow();
    }

    /** The seasons that have begun, newest first. */
    List<Season> newest(int limit) {
        return stored.begunBy(clock.instant(), limit);
    }

    /**
     * Archives the oldest season that ended long enough ago and is not archived. What the action stores is committed
     * together with the fact that the season is archived, once, whichever instance does it.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean archiveNext(Consumer<Season> action) {
        Instant now = clock.instant();
        Optional<Season> ended = stored.lockEnded(now.minus(properties.archiveAfter()));
        ended.ifPresent(season -> {
            action.accept(season);
            stored.markArchived(season.number(), now);
        });
        return ended.isPresent();
    }

    /** Lets no season be archived until the transaction ends, so that nothing is missed in standings being stored. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdArchive() {
        stored.holdArchive();
    }

    private SeasonCalendar extended(Instant moment) {
        SeasonCalendar extended = ownTransaction.execute(status -> extend(moment));
        known = extended;
        return extended;
    }

    private SeasonCalendar extend(Instant moment) {
        SeasonCalendar seasons = stored.all();
        while (seasons.endOfSeasonAt(moment).isEmpty()) {
            Season last = seasons.seasons().getLast();
            stored.add(new Season(
                    last.number() + 1, last.endsAt(), properties.endAfter(last.endsAt()), /* archived= */ false));
            seasons = stored.all();
        }
        return seasons;
    }
}
