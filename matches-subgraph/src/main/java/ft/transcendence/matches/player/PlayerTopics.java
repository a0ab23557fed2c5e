package ft.transcendence.matches.player;

import ft.transcendence.subgraph.inbox.DeadLetters;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The dead letter topic for profile updates. The topic itself belongs to the users subgraph. */
@Configuration(proxyBeanMethods = false)
class PlayerTopics {

    @Bean
    NewTopic profileUpdateDeadLetters() {
        return TopicBuilder.name(ProfileUpdateListener.TOPIC + DeadLetters.SUFFIX)
                .build();
    }
}
