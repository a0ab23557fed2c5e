package ft.transcendence.federation;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.engine.FederationEngine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an observer sees of parsing, planning and the cache. */
class PreparationObserverTests {

    private static final String ME = "{\"data\":{\"me\":{\"name\":\"Ann\"}}}";
    private static final GraphQLRequest REQUEST = GraphQLRequest.of("{ me { name } }");

    private static class Notes implements OperationObserver {
        final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void preparing() {
            seen.add("preparing");
        }

        @Override
        public void parsed(Duration time) {
            seen.add("parsed " + time.toMillis());
        }

        @Override
        public void identified(OperationKind kind, @Nullable String name) {
            seen.add("identified");
        }

        @Override
        public void foundInCache() {
            seen.add("found");
        }

        @Override
        public void planned(Duration time) {
            seen.add("planned " + time.toMillis());
        }

        @Override
        public void prepared(int deniedFields) {
            seen.add("prepared");
        }
    }

    private final Notes notes = new Notes();
    private final RequestContext observed =
            RequestContext.builder().observer(notes).build();
    private final AtomicLong clockReads = new AtomicLong();

    /** Its clock goes on by a millisecond each time it is read. */
    private FederationEngine engine() {
        return FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(request -> CompletableFuture.completedFuture(ScriptedTransport.response(200, ME)))
                .nanoTime(() -> clockReads.incrementAndGet() * 1_000_000)
                .planOnCallingThread()
                .build();
    }

    @Test
    void seesHowLongANewOperationTakes() {
        engine().execute(REQUEST, observed).join();

        // planning is timed in two halves
        assertThat(notes.seen).containsExactly("preparing", "parsed 1", "identified", "planned 2", "prepared");
    }

    @Test
    void seesWhatIsFoundInTheCache() {
        FederationEngine engine = engine();
        engine.execute(REQUEST, RequestContext.anonymous()).join();

        engine.execute(REQUEST, observed).join();

        assertThat(notes.seen).containsExactly("identified", "found", "prepared");
    }

    @Test
    void anAdmittedOperationIsFoundInTheCacheToo() {
        RequestContext admitted = RequestContext.builder()
                .observer(notes)
                .admission(operation ->
                        CompletableFuture.completedFuture(new OperationAdmission.Decision.Admitted(Set.of())))
                .build();
        FederationEngine engine = engine();
        engine.execute(REQUEST, RequestContext.anonymous()).join();

        engine.execute(REQUEST, admitted).join();

        assertThat(notes.seen).containsExactly("identified", "found", "prepared");
    }

    @Test
    void anotherPlanOfAKnownOperationIsPlannedOnly() {
        GraphQLRequest email = GraphQLRequest.of("{ me { email } }");
        RequestContext known = RequestContext.builder()
                .observer(notes)
                .caller(Caller.authenticated(Set.of()))
                .build();
        FederationEngine engine = engine();
        engine.execute(email, RequestContext.anonymous()).join();

        engine.execute(email, known).join();

        assertThat(notes.seen).containsExactly("identified", "preparing", "planned 1", "prepared");
    }

    @Test
    void seesHowLongAnInvalidDocumentTakes() {
        engine().execute(GraphQLRequest.of("{ nobody }"), observed).join();

        assertThat(notes.seen).containsExactly("preparing", "parsed 1");
    }

    @Test
    void workThatIsSharedIsSeenOnce() {
        CountDownLatch joined = new CountDownLatch(1);
        Notes first = new Notes() {
            @Override
            public void parsed(Duration time) {
                super.parsed(time);
                awaited(joined);
            }
        };
        FederationEngine engine = FederationEngine.builder()
                .supergraph(People.SUPERGRAPH)
                .transport(request -> CompletableFuture.completedFuture(ScriptedTransport.response(200, ME)))
                .build();

        CompletableFuture<GraphQLResponse> one =
                engine.execute(REQUEST, RequestContext.builder().observer(first).build());
        while (first.seen.size() < 2) {
            Thread.onSpinWait();
        }
        CompletableFuture<GraphQLResponse> other = engine.execute(REQUEST, observed);
        joined.countDown();

        assertThat(one.join().bodyAsString()).isEqualTo(ME);
        assertThat(other.join().bodyAsString()).isEqualTo(ME);
        assertThat(first.seen).anyMatch(note -> note.startsWith("parsed"));
        assertThat(notes.seen)
                .startsWith("preparing", "identified")
                .endsWith("prepared")
                .noneMatch(note -> note.startsWith("parsed"));
    }

    @Test
    void noClockIsReadForNobody() {
        FederationEngine engine = engine();
        long before = clockReads.get();
        engine.execute(REQUEST, RequestContext.anonymous()).join();
        long unobserved = clockReads.get() - before;

        FederationEngine watched = engine();
        before = clockReads.get();
        watched.execute(REQUEST, observed).join();

        assertThat(clockReads.get() - before).as("two for each of three stages").isEqualTo(unobserved + 6);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
