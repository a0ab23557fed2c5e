package ft.transcendence.federation;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the host knows about a request beside its operation: the caller, the deadline, what the client may see. The engine passes it to the
 * {@link SubgraphTransport}, which finds what it needs (headers to forward, a trace) among the attributes.
 *
 * <p>Immutable. Create one with {@link #builder()} or use {@link #anonymous()}.
 */
public final class RequestContext {

    /** What a request may do beyond running a query. */
    public enum Feature {
        /** Select {@code __schema} and {@code __type}. On by default. */
        INTROSPECTION,
        /** Run mutations. On by default; hosts turn it off for HTTP GET. */
        MUTATION,
        /** See the query plan in {@code extensions.queryPlan}. Off by default. */
        QUERY_PLAN
    }

    private static final RequestContext ANONYMOUS = builder().build();

    private final Caller caller;
    private final @Nullable String source;
    private final Map<String, Object> attributes;
    private final @Nullable Instant deadline;
    private final int maxResponseSize;
    private final Set<Feature> features;
    private final Predicate<String> overrideLabels;
    private final @Nullable OperationAdmission admission;
    private final OperationObserver observer;

    private RequestContext(Builder builder) {
        this.caller = builder.caller;
        this.source = builder.source;
        this.attributes = builder.attributes.isEmpty() ? Map.of() : Map.copyOf(builder.attributes);
        this.deadline = builder.deadline;
        this.maxResponseSize = builder.maxResponseSize;
        this.features = Collections.unmodifiableSet(EnumSet.copyOf(builder.features));
        this.overrideLabels = builder.overrideLabels;
        this.admission = builder.admission;
        this.observer = builder.observer;
    }

    /** An anonymous caller, no attributes, no deadline, default features. */
    public static RequestContext anonymous() {
        return ANONYMOUS;
    }

    /** A builder with the values of {@link #anonymous}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Who sent the request. */
    public Caller caller() {
        return caller;
    }

    /** Who shares a planning quota with this request, such as a user or an address. Empty if the host does not say. */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /** The host's own values by name. The engine does not read them. */
    public Map<String, Object> attributes() {
        return attributes;
    }

    /** One of the host's own values. */
    public Optional<Object> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** When the response is due. Subgraph calls that are still running then are cancelled and count as timed out. */
    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** The maximum size of the response in bytes. Instead of a larger one the client gets the error code {@code RESPONSE_TOO_LARGE}. */
    public int maxResponseSize() {
        return maxResponseSize;
    }

    /** Whether the request may use a feature. */
    public boolean allows(Feature feature) {
        return features.contains(feature);
    }

    /** Whether a label of progressive {@code @override}s is active for this request. The engine decides {@code percent(…)} itself. */
    public boolean isOverrideLabelActive(String label) {
        return overrideLabels.test(label);
    }

    /** Sees what the engine does for this request; {@link OperationObserver#NONE} if nobody wants to know. */
    public OperationObserver observer() {
        return observer;
    }

    /** Decides about the operation before it is planned; empty if every valid operation is executed. */
    public Optional<OperationAdmission> admission() {
        return Optional.ofNullable(admission);
    }

    /** Collects the parts of a {@link RequestContext}. */
    public static final class Builder {

        private Caller caller = Caller.anonymous();
        private @Nullable String source;
        private final Map<String, Object> attributes = new HashMap<>();
        private @Nullable Instant deadline;
        private int maxResponseSize = Integer.MAX_VALUE;
        private final EnumSet<Feature> features = EnumSet.of(Feature.INTROSPECTION, Feature.MUTATION);
        private Predicate<String> overrideLabels = label -> false;
        private @Nullable OperationAdmission admission;
        private OperationObserver observer = OperationObserver.NONE;

        private Builder() {}

        /** Sets who sent the request; an anonymous caller by default. */
        public Builder caller(Caller caller) {
            this.caller = caller;
            return this;
        }

        /** Sets who shares a planning quota with this request; see {@link PlanningSettings#maxWaitingPerSource}. */
        public Builder source(@Nullable String source) {
            this.source = source;
            return this;
        }

        /** Adds a value of the host's own, which the transport and extensions find by its name. */
        public Builder attribute(String name, Object value) {
            attributes.put(name, value);
            return this;
        }

        /** Sets when the response is due; there is no deadline by default. */
        public Builder deadline(@Nullable Instant deadline) {
            this.deadline = deadline;
            return this;
        }

        /** Limits the size of the response; there is no limit by default. */
        public Builder maxResponseSize(int bytes) {
            this.maxResponseSize = bytes;
            return this;
        }

        /** Turns a feature on. */
        public Builder allow(Feature feature) {
            features.add(feature);
            return this;
        }

        /** Turns a feature off. */
        public Builder deny(Feature feature) {
            features.remove(feature);
            return this;
        }

        /**
         * Sets which labels of {@code @override(from:, label:)} are active; the fields of an active label have moved. The predicate is called
         * at most once per label, and only for labels that the operation's plan depends on. By default no label is active.
         */
        public Builder overrideLabels(Predicate<String> overrideLabels) {
            this.overrideLabels = overrideLabels;
            return this;
        }

        /** Sets who sees what the engine does for this request; nobody by default. */
        public Builder observer(OperationObserver observer) {
            this.observer = observer;
            return this;
        }

        /** Sets who decides about the operation before it is planned. By default every valid operation is executed. */
        public Builder admission(@Nullable OperationAdmission admission) {
            this.admission = admission;
            return this;
        }

        /** The context, which later calls of this builder do not change. */
        public RequestContext build() {
            return new RequestContext(this);
        }
    }
}
