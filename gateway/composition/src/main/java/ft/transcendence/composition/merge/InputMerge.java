package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges input objects: the fields that all subgraphs with the type have, as clients may send each of them to any of these. */
final class InputMerge {
    private final MergeState state;
    private final DescriptionMerge descriptions;
    private final AppliedDirectives appliedDirectives;
    private final TypeReferenceMerge types;
    private final DefaultValueMerge defaults;
    private final JoinFields joins;

    InputMerge(
            MergeState state,
            DescriptionMerge descriptions,
            AppliedDirectives appliedDirectives,
            TypeReferenceMerge types,
            DefaultValueMerge defaults,
            JoinFields joins) {
        this.state = state;
        this.descriptions = descriptions;
        this.appliedDirectives = appliedDirectives;
        this.types = types;
        this.defaults = defaults;
        this.joins = joins;
    }

    void merge(Sources<NamedType> sources, NamedType merged) {
        for (NamedType type : sources.elements()) {
            for (InputValue field : type.inputFields().values()) {
                merged.inputFields()
                        .computeIfAbsent(
                                field.name(),
                                name -> new InputValue(
                                        name, field.coordinate(), field.type(), null, new ArrayList<>()));
            }
        }
        for (InputValue field : List.copyOf(merged.inputFields().values())) {
            Sources<InputValue> values = sources.mapPresent(
                    type -> Optional.ofNullable(type.inputFields().get(field.name())));
            field.places().addAll(Mismatch.places(values));
            mergeField(values, field);
            if (values.isMissingSomewhere() && !field.has(KnownDirective.INACCESSIBLE)) {
                drop(values, field);
                merged.inputFields().remove(field.name());
            }
        }
        if (merged.inputFields().isEmpty()) {
            state.findings()
                    .error(
                            ErrorCode.EMPTY_MERGED_INPUT_TYPE,
                            "Input " + merged.name() + " has no field that all subgraphs with it have",
                            merged.places());
        }
    }

    private void mergeField(Sources<InputValue> sources, InputValue merged) {
        descriptions.merge(sources, merged);
        appliedDirectives.merge(sources, merged);
        boolean allTypesEqual = types.merge(sources, merged, TypeReferenceMerge.Kind.INPUT_FIELD);
        joins.addForInput(sources, merged, allTypesEqual);
        defaults.merge(sources, merged, ErrorCode.INPUT_FIELD_DEFAULT_MISMATCH);
    }

    private void drop(Sources<InputValue> sources, InputValue merged) {
        Sources<InputValue> required = sources.filter((subgraph, field) -> field.isRequired());
        if (required.isEmpty()) {
            state.findings()
                    .hint(
                            HintCode.INCONSISTENT_INPUT_OBJECT_FIELD,
                            "Input field " + merged.coordinate() + " is not in the supergraph: it is in "
                                    + state.mismatch().present(sources) + " but not in "
                                    + state.mismatch().missing(sources),
                            merged.places());
            return;
        }
        state.findings()
                .error(
                        ErrorCode.REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH,
                        "Input field " + merged.coordinate() + " is required in "
                                + state.mismatch().present(required) + " but does not exist in "
                                + state.mismatch().missing(sources),
                        merged.places());
    }
}
