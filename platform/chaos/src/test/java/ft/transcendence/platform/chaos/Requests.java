package ft.transcendence.platform.chaos;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Sends requests like clients that do not give up: while an instance does not respond, they repeat the request on the other one. */
final class Requests {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private Requests() {}

    /**
     * Returns the data of the response, which must not have errors.
     *
     * @param instance the instance to try first
     */
    static JsonNode send(Subgraph subgraph, int instance, String token, String document, Map<String, ?> variables) {
        PrimitiveIterator.OfInt attempts =
                IntStream.iterate(instance, attempt -> attempt + 1).iterator();
        return await("a responsive instance")
                .pollDelay(Duration.ZERO)
                .atMost(TIMEOUT)
                .dontCatchUncaughtExceptions()
                .ignoreException(UncheckedIOException.class)
                .until(
                        () -> subgraph.instance(attempts.nextInt()).as(token).data(document, variables),
                        Objects::nonNull);
    }
}
