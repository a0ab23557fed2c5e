package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.Subtyping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks {@code @external} fields against the field as the supergraph has it. */
final class ExternalFields {
    private final MergeState state;
    private final Subtyping subtyping;
    private final AppliedDirectives appliedDirectives;

    ExternalFields(MergeState state, Subtyping subtyping, AppliedDirectives appliedDirectives) {
        this.state = state;
        this.subtyping = subtyping;
        this.appliedDirectives = appliedDirectives;
    }

    /** Whether no subgraph resolves the field: an error. */
    boolean areAllExternal(Sources<Field> sources, Field merged) {
        if (sources.present().stream().anyMatch(source -> !state.isExternal(source.subgraph(), source.element()))) {
            return false;
        }
        for (int subgraph : sources.subgraphs()) {
            if (sources.get(subgraph).isEmpty()
                    && state.fieldsOfInterfaceObjects(merged, subgraph).stream()
                            .anyMatch(field -> !state.isExternal(subgraph, field))) {
                return false;
            }
        }
        state.findings()
                .error(
                        ErrorCode.EXTERNAL_MISSING_ON_BASE,
                        merged.coordinate() + " is @external in all subgraphs that have it ("
                                + state.mismatch().present(sources) + "), so that none resolves it",
                        Mismatch.places(sources));
        return true;
    }

    /** The fields that are not external. Directives that reach the supergraph belong on those alone. */
    Sources<Field> withoutExternal(Sources<Field> sources) {
        for (Sources.Source<Field> source : sources.present()) {
            if (state.isExternal(source.subgraph(), source.element())) {
                for (DirectiveUse use : source.element().directives()) {
                    if (appliedDirectives.isMergedByDefault(use)) {
                        state.findings()
                                .error(
                                        ErrorCode.MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL,
                                        "[" + state.subgraph(source.subgraph()).name() + "] " + use
                                                + " stands on the external field "
                                                + source.element().coordinate(),
                                        use.place());
                    }
                }
            }
        }
        return sources.filter((subgraph, field) -> !state.isExternal(subgraph, field));
    }

    void check(Sources<Field> sources, Field merged, boolean allTypesEqual) {
        Map<ErrorCode, Set<String>> wrongArguments = new EnumMap<>(ErrorCode.class);
        boolean isWrongType = false;
        for (Sources.Source<Field> source : sources.present()) {
            if (!state.isExternal(source.subgraph(), source.element())) {
                continue;
            }
            Subtyping.Located mergedType = new Subtyping.Located(merged.type(), state.supergraph());
            Subtyping.Located here = new Subtyping.Located(source.element().type(), state.schema(source.subgraph()));
            isWrongType |= !merged.type().equals(source.element().type())
                    && (allTypesEqual || !subtyping.isStrictSubtype(mergedType, here));
            for (InputValue argument : merged.arguments().values()) {
                problems(source, argument).forEach(code -> wrongArguments
                        .computeIfAbsent(code, ignored -> new LinkedHashSet<>())
                        .add(argument.name()));
            }
        }
        if (isWrongType) {
            state.findings()
                    .error(
                            ErrorCode.EXTERNAL_TYPE_MISMATCH,
                            merged.coordinate() + " is @external with another type than where it is resolved: "
                                    + state.mismatch().distribution(sources, field -> "type \"" + field.type() + "\""),
                            Mismatch.places(sources));
        }
        wrongArguments.forEach((code, names) -> names.forEach(name -> wrongArgument(code, name, sources, merged)));
    }

    private List<ErrorCode> problems(Sources.Source<Field> source, InputValue merged) {
        InputValue argument = source.element().arguments().get(merged.name());
        if (argument == null) {
            return List.of(ErrorCode.EXTERNAL_ARGUMENT_MISSING);
        }
        List<ErrorCode> problems = new ArrayList<>();
        Subtyping.Located mergedType = new Subtyping.Located(merged.type(), state.supergraph());
        Subtyping.Located here = new Subtyping.Located(argument.type(), state.schema(source.subgraph()));
        if (!merged.type().equals(argument.type()) && !subtyping.isStrictSubtype(here, mergedType)) {
            problems.add(ErrorCode.EXTERNAL_ARGUMENT_TYPE_MISMATCH);
        }
        boolean isSameDefault =
                merged.defaultValue().isPresent() == argument.defaultValue().isPresent()
                        && (merged.defaultValue().isEmpty()
                                || merged.defaultValue()
                                        .get()
                                        .isSameAs(argument.defaultValue().orElseThrow()));
        if (!isSameDefault) {
            problems.add(ErrorCode.EXTERNAL_ARGUMENT_DEFAULT_MISMATCH);
        }
        return problems;
    }

    private void wrongArgument(ErrorCode code, String name, Sources<Field> sources, Field merged) {
        Sources<InputValue> arguments =
                sources.map(field -> Optional.ofNullable(field.arguments().get(name)));
        String what = code == ErrorCode.EXTERNAL_ARGUMENT_MISSING
                ? "is not in "
                        + state.mismatch()
                                .missing(sources.mapPresent(field ->
                                        Optional.ofNullable(field.arguments().get(name))))
                : "differs: "
                        + state.mismatch()
                                .distribution(
                                        arguments,
                                        argument -> "type \"" + argument.type() + "\" and "
                                                + argument.defaultValue()
                                                        .map(value -> "default value " + value)
                                                        .orElse("no default"));
        state.findings()
                .error(
                        code,
                        "Argument " + merged.coordinate() + "(" + name + ":) of a field that is @external " + what,
                        Mismatch.places(sources));
    }
}
