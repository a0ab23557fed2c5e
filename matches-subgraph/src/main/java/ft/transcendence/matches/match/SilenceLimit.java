package ft.transcendence.matches.match;

import ft.transcendence.matches.observation.Observations;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Measures how long game servers and matches have been silent, in the time in which they could reach this service. */
@Component
public class SilenceLimit {

    private final Observations observations;

    SilenceLimit(Observations observations) {
        this.observations = observations;
    }

    /** Who sent the last sign of life before this instant has been silent for longer than allowed. */
    public Instant since(Duration allowed) {
        return observations.read().latestBefore(allowed);
    }
}
