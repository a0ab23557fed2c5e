package ft.transcendence.gateway.observation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/**
 * The catalogue of the gateway's own metrics: nothing else registers any, and the reference page {@code docs/metrics.md} is made from
 * it. Names and tags are those of OpenTelemetry's semantic conventions where these have one. Each tag has few values, whatever
 * clients and subgraphs send.
 *
 * <p>A histogram has few buckets with round limits, because each bucket is a time series for every combination of tags.
 */
enum Metric {
    REQUESTS(
            "http.server.request.duration",
            Kind.TIMER,
            Buckets.REQUEST,
            "GraphQL requests over HTTP, until the response is sent. Subscriptions are in graphql.stream.duration",
            Tagged.METHOD,
            Tagged.STATUS,
            Tagged.REFUSAL),
    OPERATIONS(
            "graphql.operations",
            Kind.COUNTER,
            "Completed operations, over HTTP, server-sent events and WebSockets",
            new Tagged("graphql.operation.type", "query, mutation or subscription; unknown if the document is invalid"),
            new Tagged(
                    "outcome",
                    "ok, errors (the response has errors), refused (by the gateway itself, see gateway.refusals)")),
    ERRORS(
            "graphql.errors",
            Kind.COUNTER,
            "Responses, or events, with at least one error of the code, as clients see it",
            Tagged.CODE,
            new Tagged("subgraph", "the subgraph that caused the error; none if none did")),
    REFUSALS(
            "gateway.refusals",
            Kind.COUNTER,
            "Operations that the gateway itself refused, or whose stream it ended",
            new Tagged("error.type", "the error's code, such as RATE_LIMITED or UNAUTHENTICATED")),
    STREAM_DURATION(
            "graphql.stream.duration",
            Kind.TIMER,
            "Operations over server-sent events and WebSockets, from beginning to end",
            Tagged.TRANSPORT),
    STREAMS(
            "graphql.streams.active",
            Kind.GAUGE,
            "Operations over server-sent events and WebSockets",
            Tagged.TRANSPORT),
    WEBSOCKETS("graphql.websockets.active", Kind.GAUGE, "Open WebSockets, whether or not they carry operations"),

    PLAN_CACHE(
            "graphql.plan.cache.requests",
            Kind.COUNTER,
            "Operations that have a plan",
            new Tagged("result", "hit if the plan was cached, miss if the operation had to be prepared")),
    PLAN_CACHE_SIZE(
            "graphql.plan.cache.size", Kind.BYTES, "Estimated size of the operations and plans that are cached"),
    PLAN_DURATION(
            "graphql.plan.duration",
            Kind.TIMER,
            Buckets.PLAN,
            "Preparation of operations that are not cached: waiting, parsing, validating and planning"),
    PLAN_WAITING("graphql.plan.waiting", Kind.GAUGE, "Requests that wait for an operation to be prepared"),
    COST(
            "graphql.operation.cost",
            Kind.SUMMARY,
            Buckets.COST,
            "Estimated cost of operations, whether or not it is within the limit; missing where costs are not limited"),
    DENIED_FIELDS(
            "graphql.authorization.denied.fields",
            Kind.COUNTER,
            "Fields that were left out because their caller may not see them"),

    FETCHES(
            "http.client.request.duration",
            Kind.TIMER,
            Buckets.REQUEST,
            "Requests to subgraphs for queries and mutations",
            Tagged.SUBGRAPH,
            Tagged.STATUS,
            Tagged.FAILURE),
    SUBGRAPH_ERRORS(
            "graphql.subgraph.errors",
            Kind.COUNTER,
            "Errors in responses of subgraphs, before they are redacted",
            Tagged.SUBGRAPH,
            Tagged.CODE),
    SUBGRAPH_STREAMS(
            "graphql.subgraph.streams.active", Kind.GAUGE, "Subscriptions that are open at subgraphs", Tagged.SUBGRAPH),
    SUBGRAPH_STREAM_FAILURES(
            "graphql.subgraph.stream.failures",
            Kind.COUNTER,
            "Subscriptions at subgraphs that broke off, and events that could not be used",
            Tagged.SUBGRAPH,
            Tagged.FAILURE),

    SUBGRAPH_RETRIES(
            "gateway.subgraph.retries",
            Kind.COUNTER,
            "Retries of queries",
            Tagged.SUBGRAPH,
            new Tagged("outcome", "made; left out if the budget for retries was used up")),
    SUBGRAPH_REFUSALS(
            "gateway.subgraph.refusals",
            Kind.COUNTER,
            "Requests that were not sent to a subgraph, to protect it or the gateway",
            Tagged.SUBGRAPH,
            new Tagged("reason", "circuit if the circuit breaker is open, queue if too many requests wait")),
    SUBGRAPH_CONNECTIONS(
            "gateway.subgraph.connections",
            Kind.GAUGE,
            "Open connections to a subgraph for queries and mutations",
            Tagged.SUBGRAPH),
    SUBGRAPH_WAITING(
            "gateway.subgraph.waiting",
            Kind.GAUGE,
            "Requests that wait for a connection to a subgraph; not known with Reactor Netty's client",
            Tagged.SUBGRAPH),
    SUBGRAPH_WAITS(
            "gateway.subgraph.wait.duration",
            Kind.TIMER,
            "Time that requests waited for a connection to a subgraph, if none was free; not known with Reactor Netty's client",
            Tagged.SUBGRAPH),
    SUBGRAPH_CIRCUIT(
            "gateway.subgraph.circuit",
            Kind.GAUGE,
            "The circuit breaker: 0 if it is closed, or there is none, 0.5 half open, 1 open",
            Tagged.SUBGRAPH),

    CACHE(
            "gateway.cache.requests",
            Kind.COUNTER,
            "Entities, and responses of root fields, that were looked for in the cache",
            Tagged.SUBGRAPH,
            new Tagged("result", "hit if the subgraph was not asked, else miss")),
    CACHE_ENTRIES(
            "gateway.cache.entries", Kind.GAUGE, "What is kept in the memory of the gateway; not what is in Redis"),
    CACHE_SIZE("gateway.cache.size", Kind.BYTES, "The memory for that"),
    CACHE_INVALIDATIONS(
            "gateway.cache.invalidations",
            Kind.COUNTER,
            "Subgraphs, types, entities and tags that were invalidated here"),
    CACHE_FAILURES(
            "gateway.cache.failures", Kind.COUNTER, "Requests of the cache to Redis that failed or took too long"),
    REDIS_REACHABLE(
            "gateway.redis.reachable",
            Kind.GAUGE,
            "1 while Redis can be reached, else 0; missing where gateways share nothing"),
    REDIS_FAILURES(
            "gateway.redis.failures",
            Kind.COUNTER,
            "Calls of Redis that failed; missing where gateways share nothing",
            new Tagged("use", "sessions (such requests are refused), limits, revocations or cache")),

    RELOADS(
            "gateway.supergraph.reloads",
            Kind.COUNTER,
            "Changed supergraph files",
            new Tagged("result", "used; refused if the file is invalid, so that the old supergraph stays in use")),
    CONFIG_RELOADS(
            "gateway.config.reloads",
            Kind.COUNTER,
            "Changed configuration files",
            new Tagged(
                    "result",
                    "used; refused if anything in the file is wrong, so that all settings stay as they were")),
    TOKENS(
            "gateway.token.cache.requests",
            Kind.COUNTER,
            "Access tokens of requests",
            new Tagged("result", "hit if the token had been verified before, else miss"));

    /** What is measured, and in which unit. */
    enum Kind {
        TIMER("seconds"),
        COUNTER(""),
        GAUGE(""),
        BYTES("bytes"),
        SUMMARY("");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        String unit() {
            return unit;
        }
    }

    /** A tag, and what its values say. */
    record Tagged(String key, String values) {
        static final Tagged METHOD = new Tagged("http.request.method", "GET or POST, else _OTHER");
        static final Tagged STATUS = new Tagged("http.response.status_code", "the status; none without a response");
        static final Tagged REFUSAL = new Tagged(
                "error.type", "the code of an error of the gateway itself, none for a response of the engine");
        static final Tagged FAILURE = new Tagged(
                "error.type",
                "TIMED_OUT, UNREACHABLE, REFUSED, HTTP_STATUS, MALFORMED, CANCELLED (the client left) or ENDED; none if it did not fail");
        static final Tagged SUBGRAPH = new Tagged("subgraph", "the subgraph's name in the supergraph");
        static final Tagged CODE =
                new Tagged("graphql.error.code", "the first hundred codes that occur, OTHER for further ones");
        static final Tagged TRANSPORT = new Tagged("transport", "sse or websocket");
    }

    /** Limits of buckets, in seconds for durations. */
    private static final class Buckets {
        static final double[] NONE = {};
        static final double[] REQUEST = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
        static final double[] PLAN = {0.001, 0.005, 0.025, 0.1, 0.5, 1, 5};
        static final double[] COST = {1, 10, 50, 100, 500, 1_000, 5_000, 10_000};
    }

    private final String meter;
    private final Kind kind;
    private final double[] buckets;
    private final String description;
    private final List<Tagged> tags;

    Metric(String meter, Kind kind, String description, Tagged... tags) {
        this(meter, kind, Buckets.NONE, description, tags);
    }

    Metric(String meter, Kind kind, double[] buckets, String description, Tagged... tags) {
        this.meter = meter;
        this.kind = kind;
        this.buckets = buckets;
        this.description = description;
        this.tags = List.of(tags);
    }

    /** Its name before a registry adapts it to its own conventions. */
    String meter() {
        return meter;
    }

    Kind kind() {
        return kind;
    }

    String description() {
        return description;
    }

    List<Tagged> tags() {
        return tags;
    }

    /** Limits of its buckets; empty if it has no histogram. */
    List<Double> buckets() {
        return DoubleStream.of(buckets).boxed().toList();
    }

    // ---- registration: the values are those of the tags, in their order

    Timer timer(MeterRegistry registry, String... values) {
        Timer.Builder timer = Timer.builder(meter).description(description).tags(tags(values));
        if (buckets.length > 0) {
            timer.serviceLevelObjectives(DoubleStream.of(buckets)
                    .mapToObj(seconds -> Duration.ofNanos(Math.round(seconds * 1e9)))
                    .toArray(Duration[]::new));
        }
        return timer.register(registry);
    }

    /** @param nanos the sum of all times */
    void timer(MeterRegistry registry, LongSupplier count, LongSupplier nanos, String... values) {
        FunctionTimer.builder(
                        meter, this, metric -> count.getAsLong(), metric -> nanos.getAsLong(), TimeUnit.NANOSECONDS)
                .description(description)
                .tags(tags(values))
                .register(registry);
    }

    Counter counter(MeterRegistry registry, String... values) {
        return Counter.builder(meter)
                .description(description)
                .tags(tags(values))
                .register(registry);
    }

    void counter(MeterRegistry registry, Supplier<? extends Number> count, String... values) {
        // a meter holds its object weakly, so nobody else would keep the supplier
        FunctionCounter.builder(meter, this, metric -> count.get().doubleValue())
                .description(description)
                .tags(tags(values))
                .register(registry);
    }

    void gauge(MeterRegistry registry, Supplier<Number> value, String... values) {
        Gauge.builder(meter, value)
                .description(description)
                .baseUnit(kind.unit().isEmpty() ? null : kind.unit())
                .tags(tags(values))
                .register(registry);
    }

    DistributionSummary summary(MeterRegistry registry, String... values) {
        return DistributionSummary.builder(meter)
                .description(description)
                .serviceLevelObjectives(buckets)
                .tags(tags(values))
                .register(registry);
    }

    private Tags tags(String... values) {
        if (values.length != tags.size()) {
            throw new IllegalArgumentException(meter + " has the tags " + tags + ", not " + values.length);
        }
        Tags all = Tags.empty();
        for (int i = 0; i < values.length; i++) {
            all = all.and(Tag.of(tags.get(i).key(), values[i]));
        }
        return all;
    }
}
