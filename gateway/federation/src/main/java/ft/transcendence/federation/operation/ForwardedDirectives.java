package ft.transcendence.federation.operation;

import ft.transcendence.federation.operation.OperationException.Code;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.supergraph.FieldSetParser;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.DirectivesContainer;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The directives of an operation that are forwarded to subgraphs: those that the supergraph defines, in the order in which they are written. The
 * engine applies those of the GraphQL specification itself.
 *
 * <p>Subgraphs get inline fragments instead of the client's fragment spreads. An operation is refused if it has a directive that is only allowed
 * on spreads, or on the definition of a fragment, because it would mean something else without the directive.
 */
final class ForwardedDirectives {
    private static final Set<String> APPLIED_HERE =
            Set.of("skip", "include", "defer", "experimental_disableErrorPropagation");

    private final GraphQLSchema schema;

    ForwardedDirectives(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** The directives of an operation, a variable, a field or an inline fragment. */
    List<Directive> of(DirectivesContainer<?> element) {
        if (element.getDirectives().isEmpty()) {
            return List.of();
        }
        List<Directive> directives = new ArrayList<>();
        for (graphql.language.Directive directive : element.getDirectives()) {
            if (isForwarded(directive.getName())) {
                directives.add(new Directive(
                        directive.getName(), FieldSetParser.argumentsAsWritten(directive.getArguments())));
            }
        }
        return directives;
    }

    /** The directives of a spread, for the inline fragment that replaces it. */
    List<Directive> of(FragmentSpread spread, FragmentDefinition definition) {
        of(definition).stream().findFirst().ifPresent(directive -> refuse(directive, "the definition of a fragment"));
        List<Directive> directives = of(spread);
        for (Directive directive : directives) {
            GraphQLDirective known = schema.getDirective(directive.name());
            if (known == null || !known.validLocations().contains(DirectiveLocation.INLINE_FRAGMENT)) {
                refuse(directive, "the spread of a fragment");
            }
        }
        return directives;
    }

    /** The text of a variable's directives. */
    String text(VariableDefinition variable) {
        List<Directive> directives = of(variable);
        return directives.isEmpty() ? "" : " " + Directive.text(directives);
    }

    private static boolean isForwarded(String name) {
        return !APPLIED_HERE.contains(name);
    }

    private static void refuse(Directive directive, String element) {
        throw new OperationException(
                Code.UNSUPPORTED_DIRECTIVE,
                "The directive @" + directive.name() + " cannot be forwarded to subgraphs from " + element + ".");
    }
}
