package ft.transcendence.schemacheck.batch;

import ft.transcendence.composition.CompositionResult;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.composer.Composer;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Composes one line of a batch. */
public enum BatchLine {
    PLAIN,
    /** Adds {@code "hints": [{"code", "message"}]} to the result. */
    WITH_HINTS;

    private static final JsonFactory JSON = new JsonFactory();

    /** The id as JSON, since callers may number their lines. */
    private record World(String id, List<SubgraphInput> subgraphs) {}

    String compose(String line) {
        StringBuilder id = new StringBuilder("null");
        try {
            World world = read(line, id);
            return result(world.id(), Composer.compose(world.subgraphs()));
        } catch (JacksonException e) {
            return invalid(id.toString(), e.getOriginalMessage());
        }
    }

    private static World read(String line, StringBuilder id) {
        List<SubgraphInput> subgraphs = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            expect(parser, parser.nextToken(), JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String property = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (property) {
                    case "id" -> {
                        id.setLength(0);
                        id.append(value == JsonToken.VALUE_STRING ? quoted(parser.getString()) : parser.getString());
                    }
                    case "subgraphs" -> subgraphs(parser, subgraphs);
                    default -> parser.skipChildren();
                }
            }
        }
        return new World(id.toString(), subgraphs);
    }

    private static void subgraphs(JsonParser parser, List<SubgraphInput> subgraphs) {
        expect(parser, parser.currentToken(), JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser, parser.currentToken(), JsonToken.START_OBJECT);
            String name = "";
            String url = "";
            String sdl = "";
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String property = parser.currentName();
                parser.nextToken();
                switch (property) {
                    case "name" -> name = parser.getValueAsString("");
                    case "url" -> url = parser.getValueAsString("");
                    case "sdl" -> sdl = parser.getValueAsString("");
                    default -> parser.skipChildren();
                }
            }
            subgraphs.add(new SubgraphInput(name, url, sdl));
        }
    }

    private static void expect(JsonParser parser, JsonToken found, JsonToken expected) {
        if (found != expected) {
            throw new StreamReadException(parser, "expected " + expected + ", found " + found);
        }
    }

    private String result(String id, CompositionResult result) {
        return object(id, json -> {
            switch (result) {
                case CompositionResult.Composed composed -> {
                    json.writeBooleanProperty("ok", true);
                    json.writeStringProperty("supergraphSdl", composed.supergraphSdl());
                }
                case CompositionResult.Refused refused -> {
                    json.writeBooleanProperty("ok", false);
                    json.writeArrayPropertyStart("errors");
                    refused.errors().forEach(error -> finding(json, error.code().name(), error.message()));
                    json.writeEndArray();
                }
            }
            if (this == WITH_HINTS) {
                json.writeArrayPropertyStart("hints");
                result.hints().forEach(hint -> finding(json, hint.code().name(), hint.message()));
                json.writeEndArray();
            }
        });
    }

    private static String invalid(String id, String message) {
        return object(id, json -> {
            json.writeBooleanProperty("ok", false);
            json.writeArrayPropertyStart("errors");
            finding(json, "INVALID_INPUT", "the line is no world to compose: " + message);
            json.writeEndArray();
        });
    }

    private static String object(String id, Consumer<JsonGenerator> properties) {
        return json(json -> {
            json.writeStartObject();
            json.writeName("id");
            json.writeRawValue(id);
            properties.accept(json);
            json.writeEndObject();
        });
    }

    private static void finding(JsonGenerator json, String code, String message) {
        json.writeStartObject();
        json.writeStringProperty("code", code);
        json.writeStringProperty("message", message);
        json.writeEndObject();
    }

    private static String quoted(String text) {
        return json(json -> json.writeString(text));
    }

    private static String json(Consumer<JsonGenerator> value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            value.accept(json);
        }
        return text.toString();
    }
}
