package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.merge.EnumUsages.Position;
import ft.transcendence.composition.schema.EnumValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges enums. An enum that is only an output has the values of all subgraphs, as clients may get any of them; one that is only an input has those that
 * all subgraphs accept; one that is both must be the same everywhere. Values that clients cannot see are exempt.
 */
final class EnumMerge {
    private final MergeState state;
    private final EnumUsages usages;
    private final DescriptionMerge descriptions;
    private final AppliedDirectives appliedDirectives;

    EnumMerge(MergeState state, EnumUsages usages, DescriptionMerge descriptions, AppliedDirectives appliedDirectives) {
        this.state = state;
        this.usages = usages;
        this.descriptions = descriptions;
        this.appliedDirectives = appliedDirectives;
    }

    void merge(Sources<NamedType> sources, NamedType merged) {
        if (!usages.isUsed(merged.name())) {
            state.findings()
                    .hint(
                            HintCode.UNUSED_ENUM_TYPE,
                            "Enum " + merged.name() + " is not used; it has the values of all subgraphs",
                            merged.places());
        }
        for (NamedType type : sources.elements()) {
            for (EnumValue value : type.values().values()) {
                merged.values()
                        .computeIfAbsent(
                                value.name(), name -> new EnumValue(name, value.coordinate(), new ArrayList<>()));
            }
        }
        List.copyOf(merged.values().values()).forEach(value -> value(sources, merged, value));
        if (merged.values().isEmpty()) {
            state.findings()
                    .error(
                            ErrorCode.EMPTY_MERGED_ENUM_TYPE,
                            "Enum " + merged.name() + " has no value that all subgraphs with it have",
                            merged.places());
        }
    }

    private void value(Sources<NamedType> types, NamedType merged, EnumValue value) {
        Sources<EnumValue> sources =
                types.map(type -> Optional.ofNullable(type.values().get(value.name())));
        value.places().addAll(Mismatch.places(sources));
        descriptions.merge(sources, value);
        appliedDirectives.merge(sources, value);
        sources.present().forEach(source -> value.directives()
                .add(JoinUses.of("enumValue")
                        .graph(state.graphs().of(source.subgraph()))
                        .use()));
        boolean isMissing =
                types.elements().stream().anyMatch(type -> !type.values().containsKey(value.name()));
        if (!isMissing) {
            return;
        }
        Optional<EnumUsages.Example> input = usages.example(merged.name(), Position.INPUT);
        Optional<EnumUsages.Example> output = usages.example(merged.name(), Position.OUTPUT);
        String where = "Value " + value.coordinate() + " is not in all subgraphs with the enum: "
                + state.mismatch()
                        .distribution(types, type -> type.values().containsKey(value.name()) ? "present" : "absent");
        if (input.isEmpty()) {
            hint(HintCode.INCONSISTENT_ENUM_VALUE_FOR_OUTPUT_ENUM, where, value);
        } else if (value.has(KnownDirective.INACCESSIBLE)) {
            return;
        } else if (output.isEmpty()) {
            hint(HintCode.INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM, where + "; the supergraph does not have it", value);
            merged.values().remove(value.name());
        } else {
            List<Place> places = new ArrayList<>(merged.places());
            places.addAll(input.get().places());
            places.addAll(output.get().places());
            state.findings()
                    .error(
                            ErrorCode.ENUM_VALUE_MISMATCH,
                            where + ". It is an input of " + input.get().coordinate() + " and an output of "
                                    + output.get().coordinate(),
                            places);
        }
    }

    private void hint(HintCode code, String message, EnumValue value) {
        state.findings().hint(code, message, value.places());
    }
}
