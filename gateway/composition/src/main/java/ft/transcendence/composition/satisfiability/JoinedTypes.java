package ft.transcendence.composition.satisfiability;

import ft.transcendence.composition.link.LinkUses;
import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.print.SchemaPrinter;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.FieldSets;
import ft.transcendence.federation.supergraph.EntityKey;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.Subgraph;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphField;
import ft.transcendence.federation.supergraph.SupergraphType;
import ft.transcendence.federation.supergraph.TypeJoin;
import ft.transcendence.federation.supergraph.TypeKind;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The merged schema as the engine's supergraph: what {@link SupergraphReader} makes of its SDL, as far as planning depends on it. Printing and
 * parsing a large supergraph takes longer than all the rest of this step.
 */
final class JoinedTypes {
    private final Schema schema;
    private final Links links;
    /** The subgraphs by their names in {@code join__Graph}. */
    private final SequencedMap<String, Subgraph> graphs = new LinkedHashMap<>();

    private JoinedTypes(Schema schema) {
        this.schema = schema;
        this.links = LinkUses.read(schema.element());
    }

    static Supergraph read(Schema schema) {
        return new JoinedTypes(schema).read();
    }

    private Supergraph read() {
        schema.type("join__Graph").ifPresent(graph -> graph.values().values().forEach(this::graph));
        SequencedMap<String, Subgraph> byName = new LinkedHashMap<>();
        graphs.values().forEach(subgraph -> byName.put(subgraph.name(), subgraph));
        Map<String, SupergraphType> types = new LinkedHashMap<>();
        for (NamedType type : schema.types().values()) {
            if (type.directives().stream().anyMatch(use -> use.name().equals("join__type"))) {
                types.put(type.name(), type(type));
            }
        }
        return new Supergraph(byName, types, schema.roots(), () -> SupergraphReader.read(SchemaPrinter.print(schema))
                .consumerSchema());
    }

    private void graph(EnumValue value) {
        for (DirectiveUse use : value.directives()) {
            if (use.name().equals("join__graph")) {
                graphs.put(
                        value.name(),
                        new Subgraph(
                                use.text("name").orElse(value.name()),
                                use.text("url").orElse("")));
            }
        }
    }

    private SupergraphType type(NamedType type) {
        Map<String, TypeJoin> joins = new LinkedHashMap<>();
        Map<String, List<EntityKey>> keys = new LinkedHashMap<>();
        Map<String, Set<String>> interfaces = new LinkedHashMap<>();
        Map<String, Set<String>> members = new LinkedHashMap<>();
        Set<String> interfaceObjects = new LinkedHashSet<>();
        Set<String> contexts = new LinkedHashSet<>();
        for (DirectiveUse use : type.directives()) {
            switch (use.name()) {
                case "join__type" ->
                    subgraph(use).ifPresent(subgraph -> {
                        List<EntityKey> ofSubgraph = keys.computeIfAbsent(subgraph, name -> new ArrayList<>());
                        use.text("key")
                                .flatMap(FieldSets::parse)
                                .ifPresent(key -> ofSubgraph.add(new EntityKey(key, use.isResolvable())));
                        if (use.flag("isInterfaceObject").orElse(false)) {
                            interfaceObjects.add(subgraph);
                        }
                    });
                case "join__implements" -> add(interfaces, use, "interface");
                case "join__unionMember" -> add(members, use, "member");
                default -> {
                    if (isContext(use)) {
                        use.text("name").ifPresent(contexts::add);
                    }
                }
            }
        }
        keys.forEach((subgraph, ofSubgraph) ->
                joins.put(subgraph, new TypeJoin(ofSubgraph, interfaceObjects.contains(subgraph))));
        return new SupergraphType(
                type.name(),
                type.kind(),
                joins,
                fields(type, joins),
                interfaces,
                type.kind() == TypeKind.UNION ? members : Map.of(),
                contexts,
                List.of());
    }

    private boolean isContext(DirectiveUse use) {
        return use.is(KnownDirective.CONTEXT)
                || links.directive(use.name())
                        .filter(name -> name.link().url().identity().equals(Specifications.CONTEXT))
                        .isPresent();
    }

    private void add(Map<String, Set<String>> bySubgraph, DirectiveUse use, String argument) {
        subgraph(use).ifPresent(subgraph -> use.text(argument).ifPresent(name -> bySubgraph
                .computeIfAbsent(subgraph, ignored -> new LinkedHashSet<>())
                .add(name)));
    }

    private Map<String, SupergraphField> fields(NamedType type, Map<String, TypeJoin> typeJoins) {
        FieldJoins joins = new FieldJoins(this::subgraph);
        Map<String, SupergraphField> fields = new LinkedHashMap<>();
        for (Field field : type.fields().values()) {
            fields.put(
                    field.name(),
                    new SupergraphField(
                            field.name(), field.type(), joins.read(field, typeJoins.keySet()), List.of(), Map.of()));
        }
        return fields;
    }

    /** The name of the subgraph that a join directive is about; empty if it is about none. */
    private Optional<String> subgraph(DirectiveUse use) {
        return use.argument("graph")
                .flatMap(graph -> graph instanceof Literal.Symbol symbol
                        ? Optional.ofNullable(graphs.get(symbol.name())).map(Subgraph::name)
                        : Optional.empty());
    }

    /** An optional field set of a directive. */
    static FieldSet fieldSet(DirectiveUse use, String argument) {
        return use.text(argument).flatMap(FieldSets::parse).orElse(FieldSet.EMPTY);
    }
}
