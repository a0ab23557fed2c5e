package ft.transcendence.subgraph.execution;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the process executions may take. A value in an answer takes about a kilobyte while its execution lasts, so that
 * {@code valuesInTotal} bounds the heap they fill.
 *
 * @param values the most values (fields, and items of pages) that one execution computes
 * @param valuesInTotal the most values that all executions hold at the same time
 * @param representations the most entities that one field {@code _entities} looks up
 * @param deadline how long one execution may take
 * @param concurrent how many requests are executed at the same time
 * @param waiting how many more may wait for their turn
 * @param patience how long they wait
 */
@Validated
@ConfigurationProperties(prefix = "subgraph.execution", ignoreUnknownFields = false)
public record ExecutionProperties(
        @Min(1) int values,
        @Min(1) int valuesInTotal,
        @Min(1) int representations,
        Duration deadline,
        @Min(1) int concurrent,
        @Min(0) int waiting,
        Duration patience) {

    public ExecutionProperties {
        requirePositive("deadline", deadline);
        requirePositive("patience", patience);
        if (valuesInTotal < values) {
            throw new IllegalArgumentException(
                    "subgraph.execution.values-in-total is less than one execution's values");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("subgraph.execution." + name + " must be positive");
        }
    }
}
