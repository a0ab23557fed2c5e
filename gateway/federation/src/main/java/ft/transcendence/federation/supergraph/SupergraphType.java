package ft.transcendence.federation.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A named type of the supergraph. It may be inaccessible to clients.
 *
 * @param joins by subgraph name, without subgraphs that do not have the type
 * @param fields the fields of an object type or interface, in the order of the SDL
 * @param interfaces for an object type or interface, the interfaces that it implements in each subgraph
 * @param members for a union, its members in each subgraph
 * @param contexts the names of the contexts that objects of this type set for the objects inside them
 */
public record SupergraphType(
        String name,
        TypeKind kind,
        Map<String, TypeJoin> joins,
        Map<String, SupergraphField> fields,
        Map<String, Set<String>> interfaces,
        Map<String, Set<String>> members,
        Set<String> contexts,
        List<AppliedDirective> directives) {
    public SupergraphType {
        joins = Collections.unmodifiableMap(new LinkedHashMap<>(joins));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        interfaces = Collections.unmodifiableMap(new LinkedHashMap<>(interfaces));
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        contexts = Set.copyOf(contexts);
        directives = List.copyOf(directives);
    }

    public Optional<SupergraphField> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    public Optional<TypeJoin> join(String subgraph) {
        return Optional.ofNullable(joins.get(subgraph));
    }
}
