package ft.transcendence.matches.testing;

import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.config.TopicBuilder;

/** Beans that replace or complement those of the application. */
@TestConfiguration(proxyBeanMethods = false)
class TestSubgraph {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    /** The users subgraph creates this topic in production. */
    @Bean
    NewTopic profileUpdatesTopic() {
        return TopicBuilder.name("profile-updates").partitions(2).build();
    }

    /** And this one. */
    @Bean
    NewTopic blockUpdatesTopic() {
        return TopicBuilder.name("block-updates").partitions(2).build();
    }

    @Bean
    InitializingBean announcements(DataSource database) {
        return () -> ProfileSeeder.into(database);
    }
}
