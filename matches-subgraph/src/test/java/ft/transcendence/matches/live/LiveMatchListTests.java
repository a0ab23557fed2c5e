package ft.transcendence.matches.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

class LiveMatchListTests {

    private record Change(String id, int version) {}

    @Test
    void showsOnlyTheLastOfManyChanges() {
        Sinks.Many<Change> changes = Sinks.many().multicast().directBestEffort();
        List<Change> shown = new CopyOnWriteArrayList<>();
        Disposable list = LiveMatchList.lastOfEach(changes.asFlux(), Duration.ofMillis(500), Change::id)
                .subscribe(shown::add);

        changes.tryEmitNext(new Change("a", 1));
        changes.tryEmitNext(new Change("b", 1));
        changes.tryEmitNext(new Change("a", 2));
        changes.tryEmitNext(new Change("a", 3));

        await().until(() -> shown.contains(new Change("a", 3)) && shown.contains(new Change("b", 1)));
        changes.tryEmitNext(new Change("a", 4));
        await().until(() -> shown.contains(new Change("a", 4)));
        list.dispose();
        assertThat(shown).hasSizeLessThan(5);
        assertThat(changes.currentSubscriberCount()).isZero();
    }
}
