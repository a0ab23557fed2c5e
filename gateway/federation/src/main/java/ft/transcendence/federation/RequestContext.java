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
 * What the host knows about one request beside its operation: the caller, how long it may take, what the client may see. The engine
 * hands it on to the {@link SubgraphTransport}, which finds what it needs (headers to forward, a trace) among the attributes.
 *
 * <p>Immutable; make one with {@link #builder()} or take {@link #anonymous()}.
 */
public final class RequestContext {

    /** What a request may do or see beyond running a query. */
    public enum Feature {
        /** Answer {@code __schema} and {@code __type}. On by default. */
        INTROSPECTION,
        /** Run mutations. On by default; a host turns it off for HTTP GET. */
        MUTATION,
        /** Put the printed query plan into {@code extensions.queryPlan}. Off by default. */
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

    private RequestContext(Builder builder) {
        this.caller = builder.caller;
        this.source = builder.source;
        this.attributes = builder.attributes.isEmpty() ? Map.of() : Map.copyOf(builder.attributes);
        this.deadline = builder.deadline;
        this.maxResponseSize = builder.maxResponseSize;
        this.features = Collections.unmodifiableSet(EnumSet.copyOf(builder.features));
        this.overrideLabels = builder.overrideLabels;
    }

    /** An anonymous caller, no attributes, no deadline, default features. */
    public static RequestContext anonymous() {
        return ANONYMOUS;
    }

    public static Builder builder() {
        return new Builder();
    }

    public Caller caller() {
        return caller;
    }

    /** On whose account the request takes time that is in short supply: one user's, one address's. Empty if the host does not say. */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    /** The host's own values by name, never read by the engine. */
    public Map<String, Object> attributes() {
        return attributes;
    }

    public Optional<Object> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** When the answer must be there: subgraph calls still running then are cancelled and count as timed out. */
    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** Bytes of the longest response. A longer one is not built: the client gets the code {@code RESPONSE_TOO_LARGE} instead. */
    public int maxResponseSize() {
        return maxResponseSize;
    }

    public boolean allows(Feature feature) {
        return features.contains(feature);
    }

    /** Whether a label of progressive {@code @override}s is active for this request. The engine itself decides {@code percent(…)}. */
    public boolean isOverrideLabelActive(String label) {
        return overrideLabels.test(label);
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

        private Builder() {}

        public Builder caller(Caller caller) {
            this.caller = caller;
            return this;
        }

        /** Says who sent the request, so that one sender's new operations do not keep those of others waiting. */
        public Builder source(@Nullable String source) {
            this.source = source;
            return this;
        }

        public Builder attribute(String name, Object value) {
            attributes.put(name, value);
            return this;
        }

        public Builder deadline(@Nullable Instant deadline) {
            this.deadline = deadline;
            return this;
        }

        public Builder maxResponseSize(int bytes) {
            this.maxResponseSize = bytes;
            return this;
        }

        public Builder allow(Feature feature) {
            features.add(feature);
            return this;
        }

        public Builder deny(Feature feature) {
            features.remove(feature);
            return this;
        }

        /**
         * Says which labels of {@code @override(from:, label:)} are active: an active one moves its fields. Asked at most once for a
         * label, and only for labels on which the plan of the operation depends. By default none is active.
         */
        public Builder overrideLabels(Predicate<String> overrideLabels) {
            this.overrideLabels = overrideLabels;
            return this;
        }

        public RequestContext build() {
            return new RequestContext(this);
        }
    }
}
