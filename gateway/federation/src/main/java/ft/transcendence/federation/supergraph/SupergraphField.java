package ft.transcendence.federation.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field of an object type or interface.
 *
 * @param joins by subgraph name, without subgraphs that do not have the field
 * @param directivesByArgument by argument name; arguments without directives may be absent
 */
public record SupergraphField(
        String name,
        TypeRef type,
        Map<String, FieldJoin> joins,
        List<AppliedDirective> directives,
        Map<String, List<AppliedDirective>> directivesByArgument) {
    public SupergraphField {
        joins = Collections.unmodifiableMap(new LinkedHashMap<>(joins));
        directives = List.copyOf(directives);
        directivesByArgument = Map.copyOf(directivesByArgument);
    }

    /** The directives applied to an argument. */
    public List<AppliedDirective> argumentDirectives(String argument) {
        return directivesByArgument.getOrDefault(argument, List.of());
    }

    /** The field in a subgraph, if the subgraph has it. */
    public Optional<FieldJoin> join(String subgraph) {
        return Optional.ofNullable(joins.get(subgraph));
    }
}
