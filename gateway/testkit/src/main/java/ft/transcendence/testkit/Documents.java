package ft.transcendence.testkit;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.List;

/** Reads the documents of requests to subgraphs. */
final class Documents {

    private Documents() {}

    /** The document in lines. */
    static String pretty(String query) {
        return AstPrinter.printAst(parse(query)).strip();
    }

    /** The variables that have the representations of {@code _entities} fields. */
    static List<String> representationVariables(String query) {
        return parse(query).getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(operation -> operation.getSelectionSet().getSelectionsOfType(Field.class).stream())
                .filter(field -> field.getName().equals("_entities"))
                .flatMap(field -> field.getArguments().stream())
                .map(argument -> argument.getValue())
                .filter(VariableReference.class::isInstance)
                .map(value -> ((VariableReference) value).getName())
                .toList();
    }

    /** A request of the engine may be longer than what servers accept from strangers. */
    private static Document parse(String query) {
        return new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(query)
                        .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                        .build());
    }
}
