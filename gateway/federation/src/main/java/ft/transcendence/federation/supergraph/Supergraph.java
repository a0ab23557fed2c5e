package ft.transcendence.federation.supergraph;

import ft.transcendence.federation.OperationKind;
import graphql.schema.GraphQLSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/** A composed supergraph: its subgraphs, its types with their definitions in each subgraph, and the consumer schema. */
public final class Supergraph {
    private final SequencedMap<String, Subgraph> subgraphs;
    private final Map<String, SupergraphType> types;
    private final Map<OperationKind, String> rootTypes;
    private final Map<String, Set<String>> implementations;
    private final Supplier<GraphQLSchema> consumerSchema;

    /** @param consumerSchema called whenever the consumer schema is asked for; planning never does */
    public Supergraph(
            SequencedMap<String, Subgraph> subgraphs,
            Map<String, SupergraphType> types,
            Map<OperationKind, String> rootTypes,
            Supplier<GraphQLSchema> consumerSchema) {
        this.subgraphs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(subgraphs));
        this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        this.rootTypes = Map.copyOf(rootTypes);
        this.consumerSchema = consumerSchema;
        this.implementations = implementations(types);
    }

    private static Map<String, Set<String>> implementations(Map<String, SupergraphType> types) {
        Map<String, Set<String>> byInterface = new LinkedHashMap<>();
        for (SupergraphType type : types.values()) {
            if (type.kind() == TypeKind.OBJECT) {
                type.interfaces()
                        .values()
                        .forEach(names -> names.forEach(name -> byInterface
                                .computeIfAbsent(name, ignored -> new LinkedHashSet<>())
                                .add(type.name())));
            }
        }
        return byInterface;
    }

    /** The subgraphs by name, in the order of the SDL. */
    public SequencedMap<String, Subgraph> subgraphs() {
        return subgraphs;
    }

    /** All types of the subgraphs by name, including inaccessible ones, without those of federation specifications. */
    public Map<String, SupergraphType> types() {
        return types;
    }

    public Optional<SupergraphType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The name of the root type; empty if no subgraph has such operations. */
    public Optional<String> rootType(OperationKind kind) {
        return Optional.ofNullable(rootTypes.get(kind));
    }

    /**
     * The object types that a value of a composite type can have in any subgraph. It is the type itself for an object type, and for an interface
     * that no object type implements.
     */
    public Set<String> objectTypes(String name) {
        SupergraphType type = types.get(name);
        if (type == null) {
            return Set.of();
        }
        return switch (type.kind()) {
            case OBJECT -> Set.of(name);
            case INTERFACE -> implementations.getOrDefault(name, Set.of(name));
            case UNION -> {
                Set<String> members = new LinkedHashSet<>();
                type.members().values().forEach(members::addAll);
                yield members;
            }
            case ENUM, SCALAR, INPUT_OBJECT -> Set.of();
        };
    }

    /** Whether objects of this type set the context, through the type itself, one of its interfaces or a union with it. */
    public boolean setsContext(String objectType, String context) {
        return types.values().stream()
                .filter(type -> type.contexts().contains(context))
                .anyMatch(type -> objectTypes(type.name()).contains(objectType));
    }

    /** The schema that clients see, without inaccessible elements and federation's own types and directives. */
    public GraphQLSchema consumerSchema() {
        return consumerSchema.get();
    }
}
