package ft.transcendence.gateway.subgraph;

import ft.transcendence.federation.RequestContext;
import ft.transcendence.federation.SubgraphErrorListener;
import ft.transcendence.federation.SubgraphErrorPolicy;
import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.gateway.client.Header;
import ft.transcendence.gateway.header.HeaderSelection;
import ft.transcendence.gateway.operation.RequestIds;
import ft.transcendence.gateway.reload.Reloadable;
import ft.transcendence.platform.process.LogThrottle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Redacts subgraphs' errors that are not meant for clients, and logs what was redacted. */
@Component
public final class SubgraphErrorRedaction implements SubgraphErrorListener {
    private static final Logger LOG = LoggerFactory.getLogger(SubgraphErrorRedaction.class);
    private static final int LONGEST_MESSAGE = 500;
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(10);

    private final Supplier<SubgraphErrorPolicy> policy;
    private final Consumer<Runnable> changes;
    private final LogThrottle throttle;

    @Autowired
    SubgraphErrorRedaction(Reloadable<SubgraphErrorProperties> settings) {
        this(() -> settings.get().toPolicy(), settings::onChange, System::nanoTime);
    }

    public SubgraphErrorRedaction(SubgraphErrorPolicy policy) {
        this(policy, System::nanoTime);
    }

    /** @param nanoTime a clock such as {@link System#nanoTime} */
    SubgraphErrorRedaction(SubgraphErrorPolicy policy, LongSupplier nanoTime) {
        this(() -> policy, listener -> {}, nanoTime);
    }

    private SubgraphErrorRedaction(
            Supplier<SubgraphErrorPolicy> policy, Consumer<Runnable> changes, LongSupplier nanoTime) {
        this.policy = policy;
        this.changes = changes;
        this.throttle = new LogThrottle(BETWEEN_MESSAGES, nanoTime);
    }

    /** Calls the listener when engines need another policy. */
    public void onChange(Runnable listener) {
        changes.accept(listener);
    }

    /** Configures an engine with the policy. */
    public FederationEngine.Builder attach(FederationEngine.Builder engine) {
        return engine.subgraphErrors(policy.get()).subgraphErrorListener(this);
    }

    /**
     * Logs one line per response, however many errors it has, and throttles responses with the same code, so that callers cannot
     * fill the disk.
     */
    @Override
    public void redacted(String subgraph, List<? extends @Nullable Object> errors, RequestContext context) {
        Object first = errors.getFirst();
        throttle.tryLog(subgraph + ' ' + codeOf(first))
                .ifPresent(leftOut -> LOG.warn(
                        "Subgraph {} reported {} error(s) that clients do not see, trace={}; the first is: {}; {} responses with"
                                + " the same code were not logged since the last one",
                        subgraph,
                        errors.size(),
                        traceOf(context),
                        describe(first),
                        leftOut));
    }

    private static String describe(@Nullable Object error) {
        return error instanceof Map<?, ?> members
                ? "message=" + clean(members.get("message")) + " code=" + codeOf(error) + " path="
                        + clean(members.get("path"))
                : "no error object";
    }

    private static String codeOf(@Nullable Object error) {
        return error instanceof Map<?, ?> members && members.get("extensions") instanceof Map<?, ?> extensions
                ? clean(extensions.get("code"))
                : "null";
    }

    private static String clean(@Nullable Object value) {
        String text = LINE_BREAKS.matcher(String.valueOf(value)).replaceAll(" ");
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static String traceOf(RequestContext context) {
        return HeaderSelection.keptIn(context).stream()
                .filter(header -> header.name().equals("traceparent"))
                .map(Header::value)
                .map(RequestIds::traceIdOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("-");
    }
}
