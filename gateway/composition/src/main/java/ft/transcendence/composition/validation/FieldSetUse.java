package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.selection.Resolution;
import ft.transcendence.composition.selection.Selection;
import ft.transcendence.composition.selection.SelectionSet;
import ft.transcendence.composition.selection.SelectionValidity;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A use of a directive with a selection, and what all of these directives demand of it.
 *
 * @param element what the directive is applied to
 */
record FieldSetUse(
        Subgraph subgraph,
        SubgraphFacts facts,
        Findings findings,
        FieldSetDirective directive,
        Element element,
        DirectiveUse use) {

    /** The selection, if it is one of fields that exist and is complete; an error otherwise. */
    Optional<SelectionSet> valid(Optional<Resolution> resolution) {
        if (!(use.argument("fields").orElse(Literal.NULL) instanceof Literal.Text)) {
            error(directive.invalidFieldsType(), "they are no string", List.of());
            return Optional.empty();
        }
        if (resolution.isEmpty()) {
            return Optional.empty();
        }
        return switch (resolution.get()) {
            case Resolution.Unresolved unresolved -> {
                error(directive.invalidFields(), unresolved.problem(), List.of());
                yield Optional.empty();
            }
            case Resolution.Resolved resolved -> {
                Optional<String> problem = SelectionValidity.problem(subgraph.schema(), resolved.selections());
                problem.ifPresent(text -> error(directive.invalidFields(), text, List.of()));
                yield problem.isPresent() ? Optional.empty() : Optional.of(resolved.selections());
            }
        };
    }

    void forbidDirectives(SelectionSet selections) {
        for (Selection selection : selections.selections()) {
            selection.directives().stream()
                    .findFirst()
                    .ifPresent(found -> error(
                            directive.directiveInFields(),
                            "\"" + selection.key() + "\" has the directive @" + found.getName(),
                            List.of()));
            forbidDirectives(selection.selections());
        }
    }

    void forbidArguments(SelectionSet selections, ErrorCode code) {
        for (Selection selection : selections.selections()) {
            if (selection instanceof Selection.OfField field
                    && !field.definition().arguments().isEmpty()) {
                error(
                        code,
                        "\"" + field.definition().coordinate() + "\" has arguments",
                        field.definition().places());
            }
            forbidArguments(selection.selections(), code);
        }
    }

    /** Reports a mistake in the selection. */
    void error(ErrorCode code, String problem, List<Place> places) {
        List<Place> all = new ArrayList<>(List.of(use.place()));
        all.addAll(places);
        findings.error(
                code,
                "[" + subgraph.name() + "] the fields of " + use + " on \"" + element.coordinate()
                        + "\" are not valid: " + problem,
                all);
    }
}
