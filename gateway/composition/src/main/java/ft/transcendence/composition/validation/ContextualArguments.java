package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.subgraph.ContextSelection;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.Optional;
import java.util.Set;

/**
 * {@code @fromContext} names a context that the subgraph sets. It stands on arguments, without a default, of fields of object types that no interface
 * demands: clients do not see such arguments, and an interface would show them.
 */
final class ContextualArguments implements SubgraphRule {
    @Override
    public Set<KnownDirective> directives() {
        return Set.of(KnownDirective.FROM_CONTEXT);
    }

    @Override
    public void check(Subgraph subgraph, SubgraphFacts facts, Findings findings) {
        for (DirectiveDefinition definition :
                subgraph.schema().directiveDefinitions().values()) {
            for (InputValue argument : definition.arguments().values()) {
                argument.uses(KnownDirective.FROM_CONTEXT)
                        .forEach(use -> findings.error(
                                ErrorCode.CONTEXT_NOT_SET,
                                "[" + subgraph.name() + "] \"" + argument.coordinate()
                                        + "\" has @fromContext, which an argument of a directive cannot have",
                                use.place()));
            }
        }
        ContextualArgument.visit(subgraph, argument -> check(argument, facts, findings));
    }

    private static void check(ContextualArgument argument, SubgraphFacts facts, Findings findings) {
        if (!argument.isOnObject()) {
            argument.error(findings, ErrorCode.CONTEXT_NOT_SET, "the field is one of an interface");
            return;
        }
        ofInterface(argument)
                .ifPresent(found -> argument.error(
                        findings, ErrorCode.CONTEXT_NOT_SET, "the interface \"" + found.name() + "\" has the field"));
        if (argument.argument().defaultValue().isPresent()) {
            argument.error(findings, ErrorCode.CONTEXT_NOT_SET, "the argument has a default value");
        }
        Optional<ContextSelection> selection = argument.selection();
        if (selection.isEmpty()) {
            argument.error(
                    findings, ErrorCode.NO_CONTEXT_IN_SELECTION, "it does not begin with a context, such as \"$user\"");
        } else if (!facts.typesByContext().containsKey(selection.get().context())) {
            argument.error(
                    findings,
                    ErrorCode.CONTEXT_NOT_SET,
                    "no type of the subgraph sets the context \""
                            + selection.get().context() + "\"");
        }
    }

    private static Optional<NamedType> ofInterface(ContextualArgument argument) {
        return argument.field().parent().interfaces().stream()
                .flatMap(name -> argument.subgraph().schema().type(name).stream())
                .filter(type -> type.kind() == TypeKind.INTERFACE)
                .filter(type -> type.fields().containsKey(argument.field().name()))
                .findFirst();
    }
}
