package ft.transcendence.federation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Subgraphs with scripted responses: each request gets the next one. Records all requests. */
final class ScriptedTransport implements SubgraphTransport {

    private final Map<String, Queue<CompletableFuture<SubgraphResponse>>> responses = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    final SubmissionPublisher<SubgraphResponse> events = new SubmissionPublisher<>(Runnable::run, 16);

    ScriptedTransport respond(String subgraph, String json) {
        return respond(subgraph, 200, json);
    }

    ScriptedTransport respond(String subgraph, int status, String json) {
        return respond(subgraph, CompletableFuture.completedFuture(response(status, json)));
    }

    ScriptedTransport respond(String subgraph, CompletableFuture<SubgraphResponse> response) {
        responses.computeIfAbsent(subgraph, name -> new ArrayDeque<>()).add(response);
        return this;
    }

    static SubgraphResponse response(int status, String json) {
        return new SubgraphResponse(status, json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized CompletableFuture<SubgraphResponse> send(SubgraphRequest request) {
        requests.add(request.subgraph() + " " + StandardCharsets.UTF_8.decode(request.body()));
        Queue<CompletableFuture<SubgraphResponse>> prepared =
                responses.getOrDefault(request.subgraph(), new ArrayDeque<>());
        return prepared.isEmpty()
                ? CompletableFuture.failedFuture(
                        new IllegalStateException("No response prepared for " + request.subgraph()))
                : prepared.remove();
    }

    @Override
    public Flow.Publisher<SubgraphResponse> subscribe(SubgraphRequest request) {
        requests.add(request.subgraph() + " " + StandardCharsets.UTF_8.decode(request.body()));
        return events;
    }

    /** The requests so far: the subgraph's name and the body. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }
}
