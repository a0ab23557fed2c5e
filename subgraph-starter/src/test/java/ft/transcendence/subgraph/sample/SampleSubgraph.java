package ft.transcendence.subgraph.sample;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsDataLoader;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.DgsSubscription;
import com.netflix.graphql.dgs.InputArgument;
import ft.transcendence.subgraph.error.ClientException;
import ft.transcendence.subgraph.paging.Connection;
import ft.transcendence.subgraph.paging.Cursor;
import ft.transcendence.subgraph.paging.PageArguments;
import ft.transcendence.subgraph.security.AllowAnonymous;
import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.subgraph.security.RequireGameServer;
import ft.transcendence.subgraph.security.RequirePlayer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import reactor.core.publisher.Sinks;

@SpringBootApplication
public class SampleSubgraph {

    record Thing(String id, String name) {}

    @DgsComponent
    static class Fields {

        private static final Exception FAULT = new IllegalStateException("A batch that failed");

        private final JdbcClient jdbc;

        Fields(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @DgsQuery
        @AllowAnonymous
        String hello() {
            return Caller.current().map(caller -> "Hello " + caller.id()).orElse("Hello stranger");
        }

        @DgsQuery
        @AllowAnonymous
        Instant echo(@InputArgument Instant time) {
            return time;
        }

        @DgsQuery
        @RequirePlayer
        String secretOfPlayers() {
            return "secret";
        }

        @DgsQuery
        @RequireGameServer
        String finish() {
            return "finished";
        }

        @DgsQuery
        @AllowAnonymous
        String refuse() {
            throw ClientException.conflict("Not twice.");
        }

        @DgsQuery
        @AllowAnonymous
        String crash() {
            throw new IllegalStateException("SELECT password FROM secrets");
        }

        @DgsQuery
        @AllowAnonymous
        Integer careless(@InputArgument String number) {
            return Integer.valueOf(number);
        }

        @DgsQuery
        @AllowAnonymous
        int totals() {
            return jdbc.sql("SELECT count(*) FROM total").query(Integer.class).single();
        }

        /** The exception thrown while the server is shut down. */
        @DgsQuery
        @DgsMutation
        @AllowAnonymous
        String away() {
            return jdbc.sql("SELECT pg_terminate_backend(pg_backend_pid())")
                    .query(String.class)
                    .single();
        }

        /** Fails like a batch: all fields with the same exception. */
        @DgsQuery
        @AllowAnonymous
        CompletionStage<String> broken() {
            return CompletableFuture.failedFuture(FAULT);
        }

        @DgsQuery
        @AllowAnonymous
        Connection<Integer> numbers(@InputArgument @Nullable Integer first, @InputArgument @Nullable String after) {
            PageArguments page = PageArguments.of(first, after);
            int start = page.after().map(cursor -> (int) cursor.number(0)).orElse(0);
            return Connection.of(
                    page,
                    IntStream.rangeClosed(start + 1, 45)
                            .limit(page.limit())
                            .boxed()
                            .toList(),
                    Cursor::of);
        }
    }

    /** Publishes things to subscribers. */
    @DgsComponent
    static class Followed {

        private static final Map<String, Sinks.Many<Thing>> FOLLOWED = new ConcurrentHashMap<>();

        /** The publisher of this thing. */
        static Sinks.Many<Thing> thing(String id) {
            return FOLLOWED.computeIfAbsent(id, _ -> Sinks.many().multicast().directBestEffort());
        }

        @DgsSubscription
        @AllowAnonymous
        Publisher<Thing> thingChanged(@InputArgument String id) {
            return thing(id).asFlux().onBackpressureBuffer();
        }

        @DgsData(parentType = "Thing")
        @RequirePlayer
        @Nullable String follower() {
            return Caller.required().claim("preferred_username");
        }

        @DgsData(parentType = "Thing")
        @AllowAnonymous
        CompletableFuture<Integer> batch(DgsDataFetchingEnvironment environment) {
            Thing thing = environment.getSourceOrThrow();
            return environment
                    .<String, Thing>getDataLoader(Things.class)
                    .load(thing.id())
                    .thenApply(_ -> Things.BATCHES.get());
        }
    }

    /** Public class and method, because DGS calls entity fetchers by plain reflection. */
    @DgsComponent
    public static class Entities {

        @DgsEntityFetcher(name = "Thing")
        @AllowAnonymous
        public CompletableFuture<Thing> thing(Map<String, Object> values, DgsDataFetchingEnvironment environment) {
            return environment.<String, Thing>getDataLoader(Things.class).load(String.valueOf(values.get("id")));
        }
    }

    @DgsDataLoader(name = "things")
    static class Things implements MappedBatchLoader<String, Thing> {

        static final AtomicInteger BATCHES = new AtomicInteger();

        @Override
        public CompletionStage<Map<String, Thing>> load(Set<String> ids) {
            BATCHES.incrementAndGet();
            return CompletableFuture.completedFuture(ids.stream()
                    .filter(id -> !id.equals("missing"))
                    .collect(Collectors.toMap(id -> id, id -> new Thing(id, "thing " + id))));
        }
    }
}
