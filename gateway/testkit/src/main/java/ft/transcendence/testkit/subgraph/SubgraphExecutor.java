package ft.transcendence.testkit.subgraph;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Executes the requests to one subgraph. It is a function, so a framework that this library does not know fits in by a lambda.
 *
 * <p>The test's thread calls it for the first requests of an operation, and the thread that completed the requests they wait for calls it for the others. A subgraph that
 * answers before the method returns therefore runs on the test's thread, with its transaction and its other thread-local values.
 */
@FunctionalInterface
public interface SubgraphExecutor {

    /**
     * Executes a request.
     *
     * @return completes with the result; that of a subscription has a {@code org.reactivestreams.Publisher} of results as its data. A failure counts as a
     *     subgraph that cannot be reached
     */
    CompletionStage<ExecutionResult> execute(SubgraphCall call);

    /** Executes requests with graphql-java. */
    static SubgraphExecutor of(GraphQL graphql) {
        return call -> graphql.executeAsync(call.toExecutionInput());
    }

    /** Executes requests with graphql-java and its default settings. */
    static SubgraphExecutor of(GraphQLSchema schema) {
        return of(GraphQL.newGraphQL(schema).build());
    }

    /** A subgraph that is down. */
    static SubgraphExecutor unreachable() {
        return call -> CompletableFuture.failedFuture(new ConnectException(call.subgraph() + " is unreachable"));
    }
}
