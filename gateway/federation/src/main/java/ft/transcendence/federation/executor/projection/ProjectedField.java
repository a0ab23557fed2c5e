package ft.transcendence.federation.executor.projection;

import org.jspecify.annotations.Nullable;

/**
 * A field of the response, compiled.
 *
 * @param key the client's key
 * @param member the key and a colon as JSON, with a comma before it
 * @param coordinate parent type and field, for messages
 * @param slot where the value lies in the object's run
 * @param value its type; null for a source other than {@link Source#SLOT}
 * @param nonNull whether null here makes the parent null
 */
public record ProjectedField(
        String key,
        byte[] member,
        String coordinate,
        Source source,
        int slot,
        @Nullable ValueShape value,
        boolean nonNull) {

    /** Where the value comes from. */
    enum Source {
        /** A subgraph. */
        SLOT,
        /** The runtime type of the object around it. */
        TYPENAME,
        /** The consumer schema. */
        INTROSPECTION,
        /** Nowhere: the caller may not see it, which is reported already. */
        DENIED
    }
}
