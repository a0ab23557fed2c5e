package ft.transcendence.testkit.guide;

import com.apollographql.federation.graphqljava.Federation;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.FlowAdapters;

/** The subgraph of the team that reads the documentation. A user with the id n has the rating 1000 + n. */
final class Ratings {

    private Ratings() {}

    static GraphQL graphql() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("best", field -> Map.of("id", "7")))
                .type(
                        "User",
                        type -> type.dataFetcher("rating", field -> {
                            Map<String, String> user = Objects.requireNonNull(field.getSource());
                            return 1000 + Integer.parseInt(Objects.requireNonNull(user.get("id")));
                        }))
                .type("Subscription", type -> type.dataFetcher("rated", field -> FlowAdapters.toPublisher(events())))
                .build();
        return GraphQL.newGraphQL(Federation.transform(read("ratings.graphqls"), wiring)
                        .fetchEntities(field ->
                                Objects.requireNonNull(field.<List<Map<String, Object>>>getArgument("representations")))
                        .resolveEntityType(type -> type.getSchema().getObjectType("User"))
                        .build())
                .build();
    }

    static String read(String file) {
        try (InputStream schema = Ratings.class.getResourceAsStream("/guide/" + file)) {
            return new String(Objects.requireNonNull(schema, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One user is rated. */
    private static Flow.Publisher<Map<String, String>> events() {
        return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            private final AtomicBoolean done = new AtomicBoolean();

            @Override
            public void request(long count) {
                if (done.compareAndSet(false, true)) {
                    subscriber.onNext(Map.of("id", "3"));
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                done.set(true);
            }
        });
    }
}
