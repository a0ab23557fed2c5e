package ft.transcendence.matches;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sources of time and randomness. Tests replace both. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** PostgreSQL stores microseconds. With a finer clock, a time would change when it is stored and read back. */
    private static final Duration RESOLUTION = Duration.ofNanos(1000);

    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), RESOLUTION);
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }
}
