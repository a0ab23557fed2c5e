package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.link.SpecUrl;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.schema.SchemaElement;
import ft.transcendence.composition.schema.Subtyping;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.composition.supergraph.SupergraphSpecification;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Step 4: merges the schemas of all subgraphs into the supergraph. Interfaces and members of unions come first, because they decide which types of
 * fields fit together; enums come last, because their rules depend on where they are used.
 */
public final class SubgraphMerge {
    private final MergeState state;
    private final SupergraphLinks links;
    private final SpecUrl join;

    private SubgraphMerge(List<Subgraph> subgraphs, Findings findings) {
        subgraphs.forEach(SubgraphMerge::giveQueryType);
        Schema supergraph = new Schema();
        join = SupergraphSpecification.joinFor(FederationVersions.newest(subgraphs, findings));
        links = new SupergraphLinks(supergraph, new UniqueAliases(subgraphs));
        state = new MergeState(
                subgraphs,
                subgraphs.stream().map(SubgraphFacts::of).toList(),
                supergraph,
                GraphNames.of(subgraphs),
                SpecificationDirectives.of(subgraphs, findings),
                ComposedDirectives.of(subgraphs, findings),
                new Mismatch(subgraphs),
                findings);
    }

    /** The supergraph; of no use if there are errors. */
    public static Schema merge(List<Subgraph> subgraphs, Findings findings) {
        SubgraphMerge merge = new SubgraphMerge(subgraphs, findings);
        if (!findings.hasErrors()) {
            merge.run();
        }
        return merge.state.supergraph();
    }

    /** Every subgraph can be asked: for its SDL, and for entities. Supergraphs say so. */
    private static void giveQueryType(Subgraph subgraph) {
        Schema schema = subgraph.schema();
        String query = BuiltIns.rootName(OperationKind.QUERY);
        schema.types().computeIfAbsent(query, name -> new NamedType(name, TypeKind.OBJECT));
        schema.roots().putIfAbsent(OperationKind.QUERY, query);
    }

    private void run() {
        Set<String> unmerged = linkSpecifications();
        addTypes();
        if (hasInvalidMembers()) {
            return;
        }
        checkKinds();
        List<NamedType> types = state.supergraph().types().values().stream()
                .filter(type -> !unmerged.contains(type.name()))
                .toList();
        mergeInterfacesAndMembers(types);

        DescriptionMerge descriptions = new DescriptionMerge(state);
        AppliedDirectives appliedDirectives = new AppliedDirectives(state, AccessRuleSources.of(state));
        Subtyping subtyping = new Subtyping(state.supergraph());
        EnumUsages enumUsages = new EnumUsages();
        TypeReferenceMerge typeReferences = new TypeReferenceMerge(state, subtyping, enumUsages);
        DefaultValueMerge defaults = new DefaultValueMerge(state);
        ArgumentMerge arguments = new ArgumentMerge(state, descriptions, appliedDirectives, typeReferences, defaults);
        JoinFields joinFields = new JoinFields(state);
        JoinDirectives joinDirectives = new JoinDirectives(state);
        FieldSharing sharing = new FieldSharing(state);
        TypeMerge typeMerge = new TypeMerge(
                state,
                descriptions,
                appliedDirectives,
                joinDirectives,
                new FieldMerge(
                        state,
                        descriptions,
                        appliedDirectives,
                        arguments,
                        typeReferences,
                        new ExternalFields(state, subtyping, appliedDirectives),
                        new OverrideRules(state),
                        sharing,
                        joinFields,
                        joinDirectives),
                new InterfaceRules(state),
                new UnionMerge(state),
                new EnumMerge(state, enumUsages, descriptions, appliedDirectives),
                new InputMerge(state, descriptions, appliedDirectives, typeReferences, defaults, joinFields));

        mergeSchemaElement(descriptions, appliedDirectives, joinDirectives);
        List<TypeKind> order =
                List.of(TypeKind.UNION, TypeKind.SCALAR, TypeKind.INPUT_OBJECT, TypeKind.INTERFACE, TypeKind.OBJECT);
        order.forEach(kind -> types.stream().filter(type -> type.kind() == kind).forEach(typeMerge::merge));
        mergeDirectiveDefinitions(new ExecutableDirectiveMerge(state, arguments), arguments);
        types.stream().filter(type -> type.kind() == TypeKind.ENUM).forEach(typeMerge::merge);
        addRoots();
        appliedDirectives.finish();
        new InterfaceObjectFields(state, appliedDirectives, sharing).copy();
        sort();
    }

    /** Links all specifications and adds their definitions. Returns the names of the types that no subgraph can have a part in. */
    private Set<String> linkSpecifications() {
        SpecUrl link = SupergraphSpecification.LINK.url();
        links.announce(link, List.of());
        links.announce(join, List.of());
        state.specifications().announce(links);
        state.composed().announce(links);

        links.link(link, Optional.empty(), List.of());
        links.link(join, SupergraphSpecification.JOIN.purpose(), List.of());
        Schema supergraph = state.supergraph();
        SupergraphSpecification.LINK.addTo(supergraph, link.version(), name -> name, name -> "link__" + name);
        SupergraphSpecification.JOIN.addTo(
                supergraph, join.version(), name -> "join__" + name, name -> "join__" + name);
        addGraphs();
        Set<String> unmerged = Set.copyOf(supergraph.types().keySet());
        state.specifications().link(supergraph, links);
        state.composed().link(links);
        return unmerged;
    }

    private void addGraphs() {
        NamedType graphs = state.supergraph().type("join__Graph").orElseThrow();
        for (int i = 0; i < state.subgraphs().size(); i++) {
            Subgraph subgraph = state.subgraph(i);
            String name = state.graphs().of(i);
            EnumValue value = new EnumValue(name, "join__Graph." + name, List.of());
            value.directives()
                    .add(JoinUses.of("graph")
                            .with("name", subgraph.name())
                            .with("url", subgraph.url())
                            .use());
            graphs.values().put(name, value);
        }
    }

    private void addTypes() {
        for (Subgraph subgraph : state.subgraphs()) {
            for (NamedType type : subgraph.schema().types().values()) {
                state.supergraph()
                        .types()
                        .computeIfAbsent(type.name(), name -> new NamedType(name, MergeState.mergedKind(type)));
            }
        }
    }

    /** A member of a union that is an interface object is an interface in the supergraph: an error. */
    private boolean hasInvalidMembers() {
        boolean found = false;
        for (Subgraph subgraph : state.subgraphs()) {
            for (NamedType union : subgraph.schema().types().values()) {
                for (String member : union.members()) {
                    if (state.supergraph()
                            .kind(member)
                            .filter(TypeKind.OBJECT::equals)
                            .isEmpty()) {
                        state.findings()
                                .error(
                                        ErrorCode.INVALID_GRAPHQL,
                                        "[" + subgraph.name() + "] union " + union.name() + " has the member " + member
                                                + ", which is no object type in the supergraph",
                                        union.places());
                        found = true;
                    }
                }
            }
        }
        return found;
    }

    private void checkKinds() {
        Set<String> mismatched = new LinkedHashSet<>();
        Set<String> interfaceObjects = new LinkedHashSet<>();
        for (Subgraph subgraph : state.subgraphs()) {
            for (NamedType type : subgraph.schema().types().values()) {
                if (SubgraphFacts.isInterfaceObject(type)) {
                    interfaceObjects.add(type.name());
                }
                if (!state.supergraph().kind(type.name()).equals(Optional.of(MergeState.mergedKind(type)))) {
                    mismatched.add(type.name());
                }
            }
        }
        mismatched.forEach(this::reportKinds);
        interfaceObjects.removeAll(mismatched);
        interfaceObjects.forEach(this::checkInterfaceExists);
    }

    private Sources<NamedType> allTypes(String name) {
        return state.sources(subgraph -> subgraph.schema().type(name));
    }

    private void reportKinds(String name) {
        Sources<NamedType> types = allTypes(name);
        state.findings()
                .error(
                        ErrorCode.TYPE_KIND_MISMATCH,
                        name + " is of several kinds: " + state.mismatch().distribution(types, SubgraphMerge::kind),
                        Mismatch.places(types));
    }

    private static String kind(NamedType type) {
        return SubgraphFacts.isInterfaceObject(type)
                ? "an interface object"
                : switch (type.kind()) {
                    case OBJECT -> "an object type";
                    case INTERFACE -> "an interface";
                    case UNION -> "a union";
                    case ENUM -> "an enum";
                    case SCALAR -> "a scalar";
                    case INPUT_OBJECT -> "an input object";
                };
    }

    private void checkInterfaceExists(String name) {
        Sources<NamedType> types = allTypes(name);
        if (types.elements().stream().noneMatch(type -> type.kind() == TypeKind.INTERFACE)) {
            state.findings()
                    .error(
                            ErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                            name + " is an @interfaceObject in all subgraphs that have it ("
                                    + state.mismatch().present(types) + "), and an interface in none",
                            Mismatch.places(types));
        }
    }

    private void mergeInterfacesAndMembers(List<NamedType> types) {
        UnionMerge unions = new UnionMerge(state);
        for (NamedType merged : types) {
            Sources<NamedType> sources = state.typesOf(merged);
            for (Sources.Source<NamedType> source : sources.present()) {
                for (String name : source.element().interfaces()) {
                    merged.interfaces().add(name);
                    merged.directives()
                            .add(JoinUses.of("implements")
                                    .graph(state.graphs().of(source.subgraph()))
                                    .with("interface", name)
                                    .use());
                }
            }
            unions.addMembers(sources, merged);
        }
    }

    private void mergeSchemaElement(
            DescriptionMerge descriptions, AppliedDirectives appliedDirectives, JoinDirectives joinDirectives) {
        Sources<SchemaElement> sources =
                state.sources(subgraph -> Optional.of(subgraph.schema().element()));
        SchemaElement merged = state.supergraph().element();
        descriptions.merge(sources, merged);
        appliedDirectives.merge(sources, merged);
        joinDirectives.linkConnectors(links);
        joinDirectives.add(sources, merged);
    }

    private void mergeDirectiveDefinitions(ExecutableDirectiveMerge executable, ArgumentMerge arguments) {
        Map<String, DirectiveDefinition> definitions = state.supergraph().directiveDefinitions();
        for (String name : state.composed().names()) {
            state.composed().definition(name).ifPresent(definition -> {
                Sources<DirectiveDefinition> single = new Sources<>(List.of(0));
                single.put(0, definition);
                Map<String, InputValue> merged = arguments.merge(single, DirectiveDefinition::arguments, "@" + name);
                definitions.put(
                        name,
                        new DirectiveDefinition(
                                name,
                                definition.description(),
                                merged,
                                definition.repeatable(),
                                definition.locations(),
                                definition.places()));
            });
        }
        Set<String> executables = new LinkedHashSet<>();
        for (Subgraph subgraph : state.subgraphs()) {
            subgraph.schema().directiveDefinitions().values().stream()
                    .filter(DirectiveDefinition::isExecutable)
                    .forEach(definition -> executables.add(definition.name()));
        }
        executables.removeAll(definitions.keySet());
        executables.forEach(name -> executable.merge(name).ifPresent(definition -> definitions.put(name, definition)));
    }

    private void addRoots() {
        for (OperationKind kind : OperationKind.values()) {
            String name = BuiltIns.rootName(kind);
            boolean isRoot = state.subgraphs().stream()
                    .anyMatch(subgraph -> subgraph.schema().roots().containsKey(kind));
            if (isRoot && state.supergraph().types().containsKey(name)) {
                state.supergraph().roots().put(kind, name);
            }
        }
        if (!state.supergraph().roots().containsKey(OperationKind.QUERY)) {
            state.findings().error(ErrorCode.NO_QUERIES, "No subgraph has a query", List.of());
        }
    }

    /** Definitions by name, so that a change of one subgraph changes few lines of the supergraph. */
    private void sort() {
        sortByName(state.supergraph().types());
        sortByName(state.supergraph().directiveDefinitions());
    }

    private static <T> void sortByName(Map<String, T> map) {
        Map<String, T> sorted = new TreeMap<>(map);
        map.clear();
        map.putAll(sorted);
    }
}
