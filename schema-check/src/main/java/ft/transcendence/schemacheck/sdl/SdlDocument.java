package ft.transcendence.schemacheck.sdl;

import ft.transcendence.schemacheck.finding.CheckException;
import ft.transcendence.schemacheck.finding.Location;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;

/** Parses GraphQL documents of our own. Limits for clients do not apply to them. */
public final class SdlDocument {
    private static final ParserOptions OPTIONS = ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .captureSourceLocation(true)
            .maxCharacters(Integer.MAX_VALUE)
            .maxTokens(Integer.MAX_VALUE)
            .maxWhitespaceTokens(Integer.MAX_VALUE)
            .maxRuleDepth(1_000)
            .build();

    private SdlDocument() {}

    /**
     * Parses a file.
     *
     * @param shown the file's name in messages
     * @throws CheckException if the text is not GraphQL
     */
    public static Document parse(String text, String shown) {
        try {
            return parse(text);
        } catch (InvalidSyntaxException invalid) {
            throw new CheckException(Location.of(shown, invalid.getLocation()) + ": " + problem(invalid));
        }
    }

    public static Document parse(String text) {
        return Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(OPTIONS)
                .build());
    }

    /** What is wrong, without the place, which the message of the parser repeats. */
    public static String problem(InvalidSyntaxException invalid) {
        String message = invalid.getMessage() == null ? "invalid syntax" : invalid.getMessage();
        return message.replaceFirst(" at line \\d+ column \\d+", "");
    }
}
