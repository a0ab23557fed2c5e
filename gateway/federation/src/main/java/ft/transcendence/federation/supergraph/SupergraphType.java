package ft.transcendence.federation.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A named type of the supergraph, inaccessible ones included.
 *
 * @param joins by subgraph name; subgraphs that do not have the type are missing
 * @param fields of object types and interfaces, in the order written
 * @param interfaces of object types and interfaces: by subgraph, the interfaces implemented there
 * @param members of unions: by subgraph, the members known there
 * @param contexts the names of the contexts that objects of this type set for what lies below them
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
