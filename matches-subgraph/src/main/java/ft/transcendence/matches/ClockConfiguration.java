package ft.transcendence.matches;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where time and randomness come from; tests replace both. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** PostgreSQL keeps microseconds; a finer clock would give a moment another value before and after it is stored. */
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
