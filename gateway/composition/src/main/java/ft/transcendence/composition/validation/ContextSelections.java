package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.selection.Resolution;
import ft.transcendence.composition.selection.Selection;
import ft.transcendence.composition.selection.SelectionSet;
import ft.transcendence.composition.selection.SelectionValidity;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a contextual argument selects is one value, that every type which sets the context has and that fits the argument: one field, or one field per
 * type by fragments.
 */
final class ContextSelections implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.FROM_CONTEXT);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        ContextualArgument.visit(subgraph, argument -> {
            if (argument.isOnObject()) {
                argument.selection().ifPresent(selection -> {
                    List<NamedType> types = facts.typesByContext().getOrDefault(selection.context(), List.of());
                    if (!types.isEmpty()) {
                        new Check(subgraph, facts, argument, selection.selection())
                                .problem(types)
                                .ifPresent(problem ->
                                        argument.error(findings, ErrorCode.CONTEXT_INVALID_SELECTION, problem));
                    }
                });
            }
        });
    }

    private record Check(Subgraph subgraph, SubgraphFacts facts, ContextualArgument argument, String selection) {

        Optional<String> problem(List<NamedType> types) {
            return switch (ContextSelectionShape.of(selection)) {
                case ContextSelectionShape.Invalid invalid -> Optional.of(invalid.problem());
                case ContextSelectionShape.OneField ignored -> first(types, this::oneField);
                case ContextSelectionShape.Fragments fragments -> fragments(types, fragments.typeConditions());
            };
        }

        private Optional<String> first(List<NamedType> types, SelectionCheck check) {
            for (NamedType type : types) {
                Optional<String> problem =
                        switch (facts.resolve(type, selection)) {
                            case Resolution.Unresolved unresolved -> Optional.of(unresolved.problem());
                            case Resolution.Resolved resolved -> {
                                Optional<String> invalid = invalid(resolved.selections());
                                yield invalid.isPresent() ? invalid : check.problem(type, resolved.selections());
                            }
                        };
                if (problem.isPresent()) {
                    return problem;
                }
            }
            return Optional.empty();
        }

        private Optional<String> invalid(SelectionSet selections) {
            Optional<String> problem = SelectionValidity.problem(subgraph.schema(), selections);
            return problem.isEmpty() && hasDirectives(selections) ? Optional.of("it has directives") : problem;
        }

        private Optional<String> oneField(NamedType type, SelectionSet selections) {
            return new ContextValueType(subgraph.schema(), type, selections)
                    .mismatch(argument.argument().type());
        }

        private Optional<String> fragments(List<NamedType> types, Set<String> typeConditions) {
            Set<String> unused = new HashSet<>(typeConditions);
            Optional<String> problem = first(types, (type, selections) -> fragments(type, selections, unused));
            return problem.isPresent() || unused.isEmpty()
                    ? problem
                    : Optional.of("no type with the context can be a " + String.join(" or ", unused));
        }

        private Optional<String> fragments(NamedType type, SelectionSet selections, Set<String> unused) {
            Set<String> possible = subgraph.schema().possibleTypes(type.name());
            boolean isMatched = false;
            for (Selection selection : selections.selections()) {
                if (!(selection instanceof Selection.OfFragment fragment)
                        || fragment.condition() == null
                        || fragment.condition().kind() != TypeKind.OBJECT) {
                    return Optional.of("\"" + selection.key() + "\" is no fragment on an object type of this subgraph");
                }
                NamedType condition = fragment.condition();
                if (!possible.contains(condition.name())) {
                    continue;
                }
                isMatched = true;
                unused.remove(condition.name());
                Optional<String> mismatch = new ContextValueType(subgraph.schema(), condition, fragment.selections())
                        .mismatch(argument.argument().type());
                if (mismatch.isPresent()) {
                    return mismatch;
                }
            }
            return isMatched
                    ? Optional.empty()
                    : Optional.of("it selects nothing of \"" + type.name() + "\", which has the context too");
        }
    }

    /** What is wrong with a resolved selection of one type. */
    private interface SelectionCheck {
        Optional<String> problem(NamedType type, SelectionSet selections);
    }

    private static boolean hasDirectives(SelectionSet selections) {
        return selections.selections().stream()
                .anyMatch(selection -> !selection.directives().isEmpty() || hasDirectives(selection.selections()));
    }
}
