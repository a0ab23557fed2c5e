package ft.transcendence.matches.match;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Measures how long game servers and matches have been silent. */
@Component
public class SilenceLimit {

    private final Clock clock;

    public SilenceLimit(Clock clock) {
        this.clock = clock;
    }

    /** Who sent the last sign of life before this instant has been silent for longer than allowed. */
    public Instant since(Duration allowed) {
        return clock.instant().minus(allowed);
    }
}
