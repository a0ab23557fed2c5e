package ft.transcendence.schemacheck.config;

import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.schemacheck.sdl.SdlDocument;
import graphql.parser.InvalidSyntaxException;
import java.util.Optional;

/**
 * A subgraph and its schema.
 *
 * @param url the gateway's default address of the subgraph
 * @param source where the schema was read
 */
public record SubgraphSchema(String name, String url, SchemaSource source, String sdl) {

    /** How the schema's file or address is shown in messages. */
    public String file() {
        return source.shown();
    }

    public SubgraphInput toInput() {
        return new SubgraphInput(name, url, sdl, file());
    }

    /** The schema as a document; empty if it is not GraphQL, of which composition tells. */
    public Optional<ParsedSubgraph> parse() {
        try {
            return Optional.of(new ParsedSubgraph(name, file(), SdlDocument.parse(sdl)));
        } catch (InvalidSyntaxException notGraphql) {
            return Optional.empty();
        }
    }
}
