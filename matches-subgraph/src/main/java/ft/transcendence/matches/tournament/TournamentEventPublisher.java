package ft.transcendence.matches.tournament;

import ft.transcendence.subgraph.outbox.EventOutbox;
import ft.transcendence.subgraph.outbox.OutgoingEvent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.stereotype.Component;

/**
 * Publishes tournaments, in the transaction of the change: to the users subgraph, which notifies players, and to the
 * subscribers of every instance.
 */
@Component
class TournamentEventPublisher {

    private static final URI SOURCE = URI.create("/matches");

    private final EntrantStore entrants;
    private final PairingStore pairings;
    private final EventOutbox outbox;
    private final Clock clock;

    TournamentEventPublisher(EntrantStore entrants, PairingStore pairings, EventOutbox outbox, Clock clock) {
        this.entrants = entrants;
        this.pairings = pairings;
        this.outbox = outbox;
        this.clock = clock;
    }

    @EventListener
    void on(TournamentChanged change) {
        Tournament tournament = change.tournament();
        List<UUID> playing =
                tournament.status() == TournamentStatus.RUNNING ? pairings.playing(tournament.id()) : List.of();
        TournamentUpdated data = TournamentUpdated.of(tournament, entrants.of(List.of(tournament.id())), playing);
        outbox.schedule(new OutgoingEvent(
                TournamentUpdated.TOPIC,
                tournament.id().toString(),
                UUID.randomUUID(),
                TournamentUpdated.TYPE,
                SOURCE,
                clock.instant(),
                data));
    }

    @Configuration(proxyBeanMethods = false)
    static class Topics {

        private static final int PARTITIONS = 6;

        /** Longer than a consumer is down. */
        private static final Duration KEPT = Duration.ofDays(7);

        @Bean
        NewTopic tournamentUpdates() {
            return TopicBuilder.name(TournamentUpdated.TOPIC)
                    .partitions(PARTITIONS)
                    .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEPT.toMillis()))
                    .build();
        }
    }
}
