package ft.transcendence.subgraph.execution;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits for executions. A value takes about a kilobyte during its execution, so {@code valuesInTotal} limits the heap
 * used by all executions.
 *
 * @param values the maximum number of values (fields and list items) of one execution
 * @param valuesInTotal the maximum number of values of all concurrent executions
 * @param representations the maximum number of entities per {@code _entities} field
 * @param deadline the time limit of an execution
 * @param concurrent the maximum number of concurrent requests
 * @param waiting the maximum number of waiting requests
 * @param patience how long a request waits before it is rejected
 */
@Validated
@ConfigurationProperties(prefix = "subgraph.execution", ignoreUnknownFields = false)
record ExecutionProperties(
        @Min(1) int values,
        @Min(1) int valuesInTotal,
        @Min(1) int representations,
        Duration deadline,
        @Min(1) int concurrent,
        @Min(0) int waiting,
        Duration patience) {

    ExecutionProperties {
        requirePositive("deadline", deadline);
        requirePositive("patience", patience);
        if (valuesInTotal < values) {
            throw new IllegalArgumentException(
                    "subgraph.execution.values-in-total must not be less than subgraph.execution.values");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("subgraph.execution." + name + " must be positive");
        }
    }
}
