package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.Arrays;
import java.util.List;

/** Merges one type. */
final class TypeMerge {
    private final MergeState state;
    private final DescriptionMerge descriptions;
    private final AppliedDirectives appliedDirectives;
    private final JoinDirectives joinDirectives;
    private final FieldMerge fields;
    private final InterfaceRules interfaceRules;
    private final UnionMerge unions;
    private final EnumMerge enums;
    private final InputMerge inputs;

    TypeMerge(
            MergeState state,
            DescriptionMerge descriptions,
            AppliedDirectives appliedDirectives,
            JoinDirectives joinDirectives,
            FieldMerge fields,
            InterfaceRules interfaceRules,
            UnionMerge unions,
            EnumMerge enums,
            InputMerge inputs) {
        this.state = state;
        this.descriptions = descriptions;
        this.appliedDirectives = appliedDirectives;
        this.joinDirectives = joinDirectives;
        this.fields = fields;
        this.interfaceRules = interfaceRules;
        this.unions = unions;
        this.enums = enums;
        this.inputs = inputs;
    }

    void merge(NamedType merged) {
        Sources<NamedType> sources = state.typesOf(merged);
        sources.present()
                .forEach(source -> merged.declarations().addAll(source.element().declarations()));
        checkDefinition(sources, merged);
        descriptions.merge(sources, merged);
        addJoins(sources, merged);
        appliedDirectives.merge(sources, merged);
        joinDirectives.add(sources, merged);
        switch (merged.kind()) {
            case OBJECT -> object(sources, merged);
            case INTERFACE -> {
                boolean hasKey = interfaceRules.check(sources, merged);
                fields.merge(sources, merged, !hasKey);
            }
            case UNION -> unions.merge(sources, merged);
            case ENUM -> enums.merge(sources, merged);
            case INPUT_OBJECT -> inputs.merge(sources, merged);
            case SCALAR -> {
                // nothing but its directives
            }
        }
    }

    private void object(Sources<NamedType> sources, NamedType merged) {
        boolean isEntity = isEntity(sources, merged);
        fields.merge(sources, merged, !isEntity && !isRoot(merged));
        if (merged.fields().isEmpty()) {
            state.supergraph().types().remove(merged.name());
        }
    }

    private static boolean isRoot(NamedType merged) {
        return Arrays.stream(OperationKind.values()).map(BuiltIns::rootName).anyMatch(merged.name()::equals);
    }

    /** Some subgraph defines the type: extensions extend something. */
    private void checkDefinition(Sources<NamedType> sources, NamedType merged) {
        if (merged.kind() == TypeKind.OBJECT && isRoot(merged)
                || sources.elements().stream().anyMatch(NamedType::hasDefinition)) {
            return;
        }
        for (Sources.Source<NamedType> source : sources.present()) {
            if (source.element().hasExtension()) {
                state.findings()
                        .error(
                                ErrorCode.EXTENSION_WITH_NO_BASE,
                                "[" + state.subgraph(source.subgraph()).name() + "] extends " + merged.name()
                                        + ", which no subgraph defines",
                                source.element().places());
            }
        }
    }

    private void addJoins(Sources<NamedType> sources, NamedType merged) {
        for (Sources.Source<NamedType> source : sources.present()) {
            NamedType type = source.element();
            String graph = state.graphs().of(source.subgraph());
            boolean isInterfaceObject = SubgraphFacts.isInterfaceObject(type);
            List<DirectiveUse> keys = type.uses(KnownDirective.KEY).toList();
            if (keys.isEmpty()) {
                merged.directives()
                        .add(JoinUses.of("type")
                                .graph(graph)
                                .trueIf("isInterfaceObject", isInterfaceObject)
                                .use());
            }
            for (DirectiveUse key : keys) {
                boolean isExtension = type.has(KnownDirective.EXTENDS) || SubgraphFacts.isOfExtension(type, key);
                JoinUses join = JoinUses.of("type")
                        .graph(graph)
                        .with("key", key.text("fields"))
                        .trueIf("extension", isExtension);
                key.argument("resolvable").ifPresent(resolvable -> join.with("resolvable", resolvable));
                merged.directives()
                        .add(join.trueIf("isInterfaceObject", isInterfaceObject).use());
            }
        }
    }

    private boolean isEntity(Sources<NamedType> sources, NamedType merged) {
        long entities = sources.elements().stream()
                .filter(type -> type.has(KnownDirective.KEY))
                .count();
        if (entities > 0 && entities < sources.present().size()) {
            state.findings()
                    .hint(
                            HintCode.INCONSISTENT_ENTITY,
                            merged.name() + " is an entity in some subgraphs only: "
                                    + state.mismatch()
                                            .distribution(
                                                    sources,
                                                    type -> type.has(KnownDirective.KEY)
                                                            ? "with a @key"
                                                            : "without a @key"),
                            merged.places());
        }
        return entities > 0;
    }
}
