package ft.transcendence.composition.postmerge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.FieldSets;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.supergraph.FieldSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A {@code @requires} passes arguments that the required field has in the supergraph: merging keeps those that all subgraphs have, so that an argument of
 * one subgraph can be gone, or one that it does not know can be required.
 */
final class RequiredArgumentsRule {
    private final Schema supergraph;
    private final Findings findings;

    private RequiredArgumentsRule(Schema supergraph, Findings findings) {
        this.supergraph = supergraph;
        this.findings = findings;
    }

    static void check(List<Subgraph> subgraphs, Schema supergraph, Findings findings) {
        RequiredArgumentsRule rule = new RequiredArgumentsRule(supergraph, findings);
        for (Subgraph subgraph : subgraphs) {
            for (NamedType type : subgraph.schema().types().values()) {
                for (Field field : type.fields().values()) {
                    field.uses(KnownDirective.REQUIRES).forEach(use -> rule.check(subgraph, field, use));
                }
            }
        }
    }

    private void check(Subgraph subgraph, Field field, DirectiveUse use) {
        Optional<String> problem = use.text("fields")
                .flatMap(FieldSets::parse)
                .flatMap(fields -> supergraph.type(field.parent().name()).flatMap(type -> problem(type, fields)));
        problem.ifPresent(text -> findings.error(
                ErrorCode.REQUIRES_INVALID_FIELDS,
                "[" + subgraph.name() + "] " + use + " of " + field.coordinate() + " " + text,
                use.place()));
    }

    private Optional<String> problem(NamedType parent, FieldSet fields) {
        for (FieldSet.Part part : fields.parts()) {
            Optional<String> problem =
                    switch (part) {
                        case FieldSet.Field selected ->
                            Optional.ofNullable(parent.fields().get(selected.name()))
                                    .flatMap(field -> problem(field, selected));
                        case FieldSet.Fragment fragment ->
                            supergraph
                                    .type(fragment.typeCondition())
                                    .flatMap(type -> problem(type, fragment.selections()));
                    };
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<String> problem(Field field, FieldSet.Field selected) {
        Set<String> given = selected.arguments().stream().map(Argument::name).collect(Collectors.toSet());
        for (String name : given) {
            if (!field.arguments().containsKey(name)) {
                return Optional.of("passes the argument " + name + " to " + field.coordinate()
                        + ", which not all subgraphs with the field have");
            }
        }
        for (InputValue argument : field.arguments().values()) {
            if (argument.isRequired() && !given.contains(argument.name())) {
                return Optional.of("passes no " + argument.coordinate() + ", which is required in another subgraph");
            }
        }
        return supergraph.type(field.type().namedType()).flatMap(type -> problem(type, selected.selections()));
    }
}
