package ft.transcendence.schemacheck.supergraph;

import ft.transcendence.schemacheck.finding.CheckException;
import ft.transcendence.schemacheck.sdl.SdlDocument;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.errors.SchemaProblem;

/**
 * A composed supergraph, and what the check needs from it.
 *
 * @param consumerSchema what clients see
 */
public record ComposedSupergraph(GraphQLSchema consumerSchema, AccessRules access, EntityKeys keys, Owners owners) {

    /**
     * Reads the SDL of a supergraph.
     *
     * @param shown the file's name in messages
     * @throws CheckException if the text is not a schema
     */
    public static ComposedSupergraph read(String sdl, String shown) {
        Document document = SdlDocument.parse(sdl, shown);
        LinkedSpecifications linked = LinkedSpecifications.of(document);
        JoinGraphs graphs = JoinGraphs.of(document);
        try {
            return new ComposedSupergraph(
                    ConsumerSchema.of(document, linked),
                    AccessRules.of(document, linked),
                    EntityKeys.of(document, graphs),
                    Owners.of(document, graphs));
        } catch (SchemaProblem invalid) {
            throw new CheckException(shown + ": not a valid supergraph: " + invalid.getMessage());
        }
    }
}
