package ft.transcendence.schemacheck.events;

import tools.jackson.databind.JsonNode;

/**
 * The JSON Schema of an event.
 *
 * @param file as messages show it
 * @param name the file's name, such as {@code match-completed.v1.schema.json}: unique among all producers
 */
public record EventSchema(String file, String name, String text, JsonNode schema) {}
