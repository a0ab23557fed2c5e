package ft.transcendence.users.presence;

import ft.transcendence.subgraph.stream.OpenStreams;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes the open streams of this instance as signs of life, and deletes expired ones. */
@Component
class PresenceSchedule {

    private final OpenStreams streams;
    private final Presences presences;

    PresenceSchedule(OpenStreams streams, Presences presences) {
        this.streams = streams;
        this.presences = presences;
    }

    /** Soon after a stream was opened. What was stored a moment ago is not stored again. */
    @Scheduled(fixedDelayString = "PT3S")
    void seeOpenStreams() {
        presences.see(streams.sessions());
    }

    @Scheduled(fixedDelayString = "PT1M")
    void removeExpired() {
        presences.removeExpired();
    }
}
