package ft.transcendence.matches.live;

import ft.transcendence.subgraph.live.LiveTopic;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics of live updates. */
@Configuration(proxyBeanMethods = false)
class LiveTopics {

    @Bean
    NewTopic matchUpdates() {
        return LiveTopic.named(MatchUpdated.TOPIC);
    }

    @Bean
    NewTopic matchScores() {
        return LiveTopic.named(ScoreUpdated.TOPIC);
    }
}
