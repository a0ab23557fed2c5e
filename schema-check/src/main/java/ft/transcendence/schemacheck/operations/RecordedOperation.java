package ft.transcendence.schemacheck.operations;

import graphql.language.Document;

/**
 * A file with operations of a client.
 *
 * @param file as messages show it
 * @param label names the file in messages: {@code PlayerPage (client-operations/player-page.graphql)}
 */
public record RecordedOperation(String file, String label, Document document) {}
