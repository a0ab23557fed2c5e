package ft.transcendence.subgraph.live;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Configures what live updates need. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class LiveAutoConfiguration {

    @Bean
    LiveSender liveSender(KafkaTemplate<String, byte[]> kafka, JsonMapper json, Clock clock) {
        return new LiveSender(kafka, json, clock);
    }

    @Bean
    LiveStreams liveStreams(Clock clock) {
        return new LiveStreams(clock, Schedulers.parallel());
    }
}
