package ft.transcendence.federation.executor.projection;

import org.jspecify.annotations.Nullable;

/**
 * The type of a value in the response, compiled: exactly one of {@code item}, {@code object} and {@code leaf} is there.
 *
 * @param type the type in GraphQL notation, for messages
 * @param item of a list
 * @param object of an object, interface or union
 * @param leaf of a scalar or enum
 */
public record ValueShape(
        String type,
        boolean nonNull,
        @Nullable ValueShape item,
        @Nullable ObjectShape object,
        @Nullable LeafType leaf) {}
