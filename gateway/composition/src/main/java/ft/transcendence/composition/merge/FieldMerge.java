package ft.transcendence.composition.merge;

import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges the fields of an object type or interface: all fields of all subgraphs. */
final class FieldMerge {
    private final MergeState state;
    private final DescriptionMerge descriptions;
    private final AppliedDirectives appliedDirectives;
    private final ArgumentMerge arguments;
    private final TypeReferenceMerge types;
    private final ExternalFields externals;
    private final OverrideRules overrides;
    private final FieldSharing sharing;
    private final JoinFields joins;
    private final JoinDirectives joinDirectives;

    FieldMerge(
            MergeState state,
            DescriptionMerge descriptions,
            AppliedDirectives appliedDirectives,
            ArgumentMerge arguments,
            TypeReferenceMerge types,
            ExternalFields externals,
            OverrideRules overrides,
            FieldSharing sharing,
            JoinFields joins,
            JoinDirectives joinDirectives) {
        this.state = state;
        this.descriptions = descriptions;
        this.appliedDirectives = appliedDirectives;
        this.arguments = arguments;
        this.types = types;
        this.externals = externals;
        this.overrides = overrides;
        this.sharing = sharing;
        this.joins = joins;
        this.joinDirectives = joinDirectives;
    }

    /** The fields of all subgraphs, each with its sources: the subgraphs that have the type, or an interface object for it. */
    Map<String, Sources<Field>> sources(Sources<NamedType> types, NamedType merged) {
        List<Integer> subgraphs = new ArrayList<>();
        for (int i = 0; i < state.subgraphs().size(); i++) {
            int subgraph = i;
            boolean hasInterfaceObject = merged.interfaces().stream().anyMatch(name -> state.schema(subgraph)
                    .type(name)
                    .filter(SubgraphFacts::isInterfaceObject)
                    .isPresent());
            if (hasInterfaceObject || state.schema(i).type(merged.name()).isPresent()) {
                subgraphs.add(i);
            }
        }
        Map<String, Sources<Field>> byField = new LinkedHashMap<>();
        for (Sources.Source<NamedType> type : types.present()) {
            for (Field field : type.element().fields().values()) {
                byField.computeIfAbsent(field.name(), ignored -> new Sources<>(subgraphs))
                        .put(type.subgraph(), field);
            }
        }
        return byField;
    }

    void merge(Sources<NamedType> types, NamedType merged, boolean isValueType) {
        Map<String, Sources<Field>> byField = sources(types, merged);
        byField.forEach((name, sources) -> merged.fields().put(name, shallow(name, sources, merged)));
        byField.forEach((name, sources) -> {
            Field field = merged.fields().get(name);
            if (field == null) {
                return;
            }
            if (isValueType) {
                hintOnAbsence(types, merged, field);
            }
            FieldOverride override = overrides.check(sources, field);
            if (isSubscription(merged)) {
                sharing.checkSubscription(sources);
            }
            merge(sources, field, override);
            if (merged.kind() == TypeKind.OBJECT) {
                sharing.check(sources, field, override);
            }
        });
    }

    private static Field shallow(String name, Sources<Field> sources, NamedType merged) {
        List<Place> places = Mismatch.places(sources);
        return new Field(name, merged, sources.first().type(), 0, places);
    }

    private static boolean isSubscription(NamedType merged) {
        return merged.name().equals(BuiltIns.rootName(OperationKind.SUBSCRIPTION));
    }

    private void merge(Sources<Field> sources, Field merged, FieldOverride override) {
        if (externals.areAllExternal(sources, merged)) {
            return;
        }
        Sources<Field> resolved = externals.withoutExternal(sources);
        if (!resolved.isEmpty()) {
            descriptions.merge(resolved, merged);
            appliedDirectives.merge(resolved, merged);
            arguments.merge(resolved, merged);
        }
        boolean allTypesEqual =
                types.merge(resolved.isEmpty() ? sources : resolved, merged, TypeReferenceMerge.Kind.FIELD);
        externals.check(sources, merged, allTypesEqual);
        joins.add(sources, merged, allTypesEqual, override);
        joinDirectives.add(sources, merged);
    }

    private void hintOnAbsence(Sources<NamedType> types, NamedType merged, Field field) {
        for (Sources.Source<NamedType> source : types.present()) {
            NamedType type = source.element();
            boolean isExpected = !SubgraphFacts.isInterfaceObject(type)
                    && !type.fields().containsKey(field.name())
                    && !type.fields().values().stream().allMatch(other -> state.isExternal(source.subgraph(), other))
                    && !(merged.kind() == TypeKind.INTERFACE
                            && state.isFieldOfInterfaceObject(field.name(), merged.name()));
            if (isExpected) {
                state.findings()
                        .hint(
                                merged.kind() == TypeKind.INTERFACE
                                        ? HintCode.INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD
                                        : HintCode.INCONSISTENT_OBJECT_VALUE_TYPE_FIELD,
                                field.coordinate() + " is not in all subgraphs that define " + merged.name() + ": "
                                        + state.mismatch()
                                                .distribution(
                                                        types,
                                                        each -> each.fields().containsKey(field.name())
                                                                ? "defined"
                                                                : "absent"),
                                field.places());
                return;
            }
        }
    }
}
