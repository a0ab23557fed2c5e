package ft.transcendence.schemacheck.config;

import graphql.language.Document;

/**
 * A subgraph whose schema was parsed.
 *
 * @param file how the schema's file or address is shown in messages
 */
public record ParsedSubgraph(String name, String file, Document document) {}
