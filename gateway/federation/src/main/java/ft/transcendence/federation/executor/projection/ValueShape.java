package ft.transcendence.federation.executor.projection;

import org.jspecify.annotations.Nullable;

/**
 * The compiled type of a value in the client's response. Exactly one of {@code item}, {@code object} and {@code leaf} is not null.
 *
 * @param type the type in GraphQL notation, for messages
 * @param item the type of a list's items
 * @param object the shape of an object, interface or union
 * @param leaf the type of a scalar or enum
 */
public record ValueShape(
        String type,
        boolean nonNull,
        @Nullable ValueShape item,
        @Nullable ObjectShape object,
        @Nullable LeafType leaf) {}
