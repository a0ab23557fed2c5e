package ft.transcendence.federation.executor.projection;

import org.jspecify.annotations.Nullable;

/**
 * A compiled field of the client's response.
 *
 * @param key the response key
 * @param member the key and a colon as JSON, preceded by a comma
 * @param coordinate the parent type and the field, for messages
 * @param slot the slot of the value in the object
 * @param value the type of the value; null for other sources than {@link Source#SLOT}
 * @param nonNull whether the parent becomes null if this field is null
 * @param deferred what {@link Source#DEFERRAL} announces; null for other sources
 */
public record ProjectedField(
        String key,
        byte[] member,
        String coordinate,
        Source source,
        int slot,
        @Nullable ValueShape value,
        boolean nonNull,
        @Nullable DeferralPoint deferred) {

    /** A pseudo field that stands for what is delivered later. */
    static ProjectedField of(DeferralPoint point) {
        return new ProjectedField("", new byte[0], "", Source.DEFERRAL, -1, null, false, point);
    }

    /** Where the value comes from. */
    enum Source {
        /** A subgraph. */
        SLOT,
        /** The runtime type of the object around it. */
        TYPENAME,
        /** The consumer schema. */
        INTROSPECTION,
        /** None, because the caller may not see the field. The error has been reported. */
        DENIED,
        /** None: it is a deferral point, which is not written. */
        DEFERRAL
    }
}
