package ft.transcendence.composition.syntax;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.findings.Findings;
import java.util.Optional;

/** Parses schemas. */
public final class SdlParser {
    private SdlParser() {}

    /** The document, or an error in the findings. */
    public static Optional<SdlDocument> parse(SubgraphInput input, Findings findings) {
        try {
            return Optional.of(new DocumentParser(input).parse());
        } catch (SyntaxError e) {
            findings.error(
                    ErrorCode.INVALID_GRAPHQL,
                    "[" + input.name() + "] syntax error: " + e.getMessage(),
                    new Place(input.name(), input.source(), e.line(), e.column()));
            return Optional.empty();
        }
    }
}
