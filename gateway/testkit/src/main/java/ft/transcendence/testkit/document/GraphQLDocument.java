package ft.transcendence.testkit.document;

import graphql.language.Document;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;

/** Parses schemas, and requests of the engine. Both may be longer than what servers accept from strangers. */
public final class GraphQLDocument {

    private GraphQLDocument() {}

    /** @throws graphql.parser.InvalidSyntaxException if it is not GraphQL */
    public static Document parse(String text) {
        return Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                .build());
    }
}
