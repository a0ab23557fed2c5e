package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Merges the arguments of a field or directive: those that all subgraphs have. Arguments that come from a context are no concern of clients. */
final class ArgumentMerge {
    private final MergeState state;
    private final DescriptionMerge descriptions;
    private final AppliedDirectives appliedDirectives;
    private final TypeReferenceMerge types;
    private final DefaultValueMerge defaults;

    ArgumentMerge(
            MergeState state,
            DescriptionMerge descriptions,
            AppliedDirectives appliedDirectives,
            TypeReferenceMerge types,
            DefaultValueMerge defaults) {
        this.state = state;
        this.descriptions = descriptions;
        this.appliedDirectives = appliedDirectives;
        this.types = types;
        this.defaults = defaults;
    }

    void merge(Sources<Field> sources, Field merged) {
        merged.arguments().putAll(merge(sources, Field::arguments, merged.coordinate()));
    }

    /** @param coordinate that of the element with the arguments */
    <E> Map<String, InputValue> merge(
            Sources<E> sources, Function<E, Map<String, InputValue>> arguments, String coordinate) {
        Map<String, InputValue> merged = new LinkedHashMap<>();
        for (E element : sources.elements()) {
            for (InputValue argument : arguments.apply(element).values()) {
                merged.computeIfAbsent(
                        argument.name(),
                        name -> new InputValue(
                                name, coordinate + "(" + name + ":)", argument.type(), null, argument.places()));
            }
        }
        for (InputValue argument : List.copyOf(merged.values())) {
            Sources<InputValue> values = sources.mapPresent(
                    element -> Optional.ofNullable(arguments.apply(element).get(argument.name())));
            if (isDropped(values, argument)) {
                merged.remove(argument.name());
            } else {
                mergeArgument(values, argument);
            }
        }
        return merged;
    }

    private boolean isDropped(Sources<InputValue> sources, InputValue merged) {
        if (sources.elements().stream().anyMatch(SubgraphFacts::isContextual)) {
            checkContextual(sources, merged);
            return true;
        }
        if (!sources.isMissingSomewhere()) {
            return false;
        }
        Sources<InputValue> required = sources.filter((subgraph, argument) -> argument.isRequired());
        if (required.isEmpty()) {
            state.findings()
                    .hint(
                            HintCode.INCONSISTENT_ARGUMENT_PRESENCE,
                            "Optional argument " + merged.coordinate() + " is not in the supergraph: it is in "
                                    + state.mismatch().present(sources) + " but not in "
                                    + state.mismatch().missing(sources),
                            Mismatch.places(sources));
        } else {
            state.findings()
                    .error(
                            ErrorCode.REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH,
                            "Argument " + merged.coordinate() + " is required in "
                                    + state.mismatch().present(required) + " but does not exist in "
                                    + state.mismatch().missing(sources),
                            Mismatch.places(sources));
        }
        return true;
    }

    private void checkContextual(Sources<InputValue> sources, InputValue merged) {
        for (Sources.Source<InputValue> source : sources.present()) {
            InputValue argument = source.element();
            if (SubgraphFacts.isContextual(argument)) {
                continue;
            }
            if (argument.isRequired()) {
                state.findings()
                        .error(
                                ErrorCode.CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS,
                                "[" + state.subgraph(source.subgraph()).name() + "] Argument " + merged.coordinate()
                                        + " comes from a context in another subgraph, but is required here",
                                argument.places());
            } else {
                state.findings()
                        .hint(
                                HintCode.CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS,
                                "Argument " + merged.coordinate()
                                        + " is not in the supergraph: it comes from a context in another subgraph",
                                argument.places());
            }
        }
    }

    private void mergeArgument(Sources<InputValue> sources, InputValue merged) {
        descriptions.merge(sources, merged);
        appliedDirectives.merge(sources, merged);
        types.merge(sources, merged, TypeReferenceMerge.Kind.ARGUMENT);
        defaults.merge(sources, merged, ErrorCode.FIELD_ARGUMENT_DEFAULT_MISMATCH);
    }
}
