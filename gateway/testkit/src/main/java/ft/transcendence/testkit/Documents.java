package ft.transcendence.testkit;

import ft.transcendence.testkit.document.GraphQLDocument;
import graphql.language.AstPrinter;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import java.util.List;

/** Reads the documents of requests to subgraphs. */
final class Documents {

    private Documents() {}

    /** The document in lines. */
    static String pretty(String query) {
        return AstPrinter.printAst(GraphQLDocument.parse(query)).strip();
    }

    /** The variables that have the representations of {@code _entities} fields. */
    static List<String> representationVariables(String query) {
        return GraphQLDocument.parse(query).getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(operation -> operation.getSelectionSet().getSelectionsOfType(Field.class).stream())
                .filter(field -> field.getName().equals("_entities"))
                .flatMap(field -> field.getArguments().stream())
                .map(argument -> argument.getValue())
                .filter(VariableReference.class::isInstance)
                .map(value -> ((VariableReference) value).getName())
                .toList();
    }
}
