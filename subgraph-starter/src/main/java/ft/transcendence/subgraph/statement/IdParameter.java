package ft.transcendence.subgraph.statement;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The ids of a statement's rows, as one parameter. A single id is compared with {@code =}, several with {@code = ANY}.
 *
 * <p>PostgreSQL keeps the plan of a prepared statement only if it expects the plan to be as cheap as one for the current
 * parameters. For {@code = ANY} it expects ten ids, so with a single one it would plan the statement anew each time,
 * which takes longer than executing it.
 *
 * @param ids the ids, at least one
 */
public record IdParameter(List<UUID> ids) {

    public IdParameter {
        ids = List.copyOf(ids);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("A statement for no rows");
        }
    }

    /** The parameter for these ids; repeated ones do no harm. */
    public static IdParameter of(Collection<UUID> ids) {
        return new IdParameter(List.copyOf(ids));
    }

    /** The comparison that follows the column, with the parameter's name: {@code = :ids} or {@code = ANY (:ids)}. */
    public String comparison(String name) {
        return ids.size() == 1 ? "= :" + name : "= ANY (:" + name + ")";
    }

    /** The ids as a table with the column {@code id}. */
    public String table(String name) {
        return ids.size() == 1
                ? "(VALUES (CAST(:" + name + " AS uuid))) AS wanted (id)"
                : "unnest(:" + name + ") AS wanted (id)";
    }

    /** The value of the parameter. */
    public Object value() {
        return ids.size() == 1 ? ids.getFirst() : ids.toArray(UUID[]::new);
    }
}
