package ft.transcendence.gateway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page {@code docs/metrics.md} says what the catalogue says. {@code ./mvnw test -pl gateway/runtime -am -Dtest=MetricsReferenceTests
 * -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update} rewrites it.
 */
class MetricsReferenceTests {
    private static final Path PAGE = Path.of("../../docs/metrics.md");

    private static final String BEGINNING = """
            # Metrics of the gateway

            Generated from the catalogue in the code ([`Metric`](../gateway/runtime/src/main/java/ft/transcendence/gateway/observation/Metric.java)); do not edit.
            [Observability](observability.md) says how to turn metrics on, and which of them to watch.

            Names are those of [OpenTelemetry's conventions](https://opentelemetry.io/docs/specs/semconv/http/http-metrics/) where these have one, as Prometheus writes them. A
            histogram has the series `_bucket`, `_count` and `_sum`; a summary `_count` and `_sum`. Each tag has few values, whatever clients and subgraphs send.

            | metric | type | tags | measures |
            |---|---|---|---|
            """;

    private static final String TAGS = """

            ## Tags

            | tag | values |
            |---|---|
            """;

    private static final String LIBRARIES = """

            ## Metrics of libraries

            | prefix | of | served |
            |---|---|---|
            | `jvm_`, `process_`, `system_` | the JVM and its process | always |
            | `application_`, `disk_`, `executor_`, `logback_`, `tomcat_` | Spring Boot | not by the gateway alone |
            | `http_server_requests_` | requests that Spring serves: login, pages, the actuator | not by the gateway alone |
            | `http_client_requests_`, `spring_` | Spring's own HTTP client and security filters | not by the gateway alone |
            """;

    @Test
    void isUpToDate() throws IOException {
        String page = page();
        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("the reference page; -Dgolden.update rewrites it")
                .isEqualTo(page);
    }

    private static String page() {
        return BEGINNING
                + Arrays.stream(Metric.values()).map(MetricsReferenceTests::row).collect(Collectors.joining())
                + TAGS
                + Arrays.stream(Metric.values())
                        .flatMap(metric -> metric.tags().stream().map(tag -> "| `%s` of `%s` | %s |\n"
                                .formatted(exposed(tag.key()), exposedName(metric), tag.values())))
                        .collect(Collectors.joining())
                + LIBRARIES;
    }

    private static String row(Metric metric) {
        String tags = metric.tags().stream()
                .map(tag -> "`" + exposed(tag.key()) + "`")
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s |\n".formatted(exposedName(metric), typeOf(metric), tags, metric.description());
    }

    private static String typeOf(Metric metric) {
        if (!metric.buckets().isEmpty()) {
            return "histogram: "
                    + metric.buckets().stream()
                            .map(limit -> limit % 1 == 0 ? Long.toString(limit.longValue()) : limit.toString())
                            .collect(Collectors.joining(", "));
        }
        return switch (metric.kind()) {
            case TIMER, SUMMARY -> "summary";
            case COUNTER -> "counter";
            case GAUGE, BYTES -> "gauge";
        };
    }

    static String exposedName(Metric metric) {
        Meter.Type type =
                switch (metric.kind()) {
                    case TIMER -> Meter.Type.TIMER;
                    case COUNTER -> Meter.Type.COUNTER;
                    case GAUGE, BYTES -> Meter.Type.GAUGE;
                    case SUMMARY -> Meter.Type.DISTRIBUTION_SUMMARY;
                };
        String unit = metric.kind().unit();
        String name = new PrometheusNamingConvention().name(metric.meter(), type, unit.isEmpty() ? null : unit);
        return metric.kind() == Metric.Kind.COUNTER ? name + "_total" : name;
    }

    private static String exposed(String tag) {
        return new PrometheusNamingConvention().tagKey(tag);
    }
}
