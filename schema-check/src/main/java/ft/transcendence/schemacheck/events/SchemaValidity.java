package ft.transcendence.schemacheck.events;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Whether a JSON Schema is valid. Stricter than the specification, which ignores what it does not know: an unknown keyword or format is most likely
 * misspelt, and a reference that leads nowhere is a mistake.
 */
final class SchemaValidity {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final Set<String> KEYWORDS = Set.of(
            // core and annotations
            "$id",
            "$schema",
            "$ref",
            "$anchor",
            "$dynamicRef",
            "$dynamicAnchor",
            "$vocabulary",
            "$comment",
            "$defs",
            "definitions",
            "title",
            "description",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "examples",
            // applicators
            "prefixItems",
            "items",
            "contains",
            "additionalProperties",
            "properties",
            "patternProperties",
            "dependentSchemas",
            "propertyNames",
            "if",
            "then",
            "else",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "unevaluatedItems",
            "unevaluatedProperties",
            // validation
            "type",
            "const",
            "enum",
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxContains",
            "minContains",
            "maxProperties",
            "minProperties",
            "required",
            "dependentRequired",
            "format",
            "contentEncoding",
            "contentMediaType",
            "contentSchema");

    private static final Set<String> FORMATS = Set.of(
            "date-time",
            "date",
            "time",
            "duration",
            "email",
            "idn-email",
            "hostname",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "uri",
            "uri-reference",
            "iri",
            "iri-reference",
            "uuid",
            "uri-template",
            "json-pointer",
            "relative-json-pointer",
            "regex");

    /** Keywords whose value is a schema, a list of schemas, or a map of schemas. */
    private static final Set<String> SCHEMAS = Set.of(
            "items",
            "contains",
            "additionalProperties",
            "propertyNames",
            "if",
            "then",
            "else",
            "not",
            "unevaluatedItems",
            "unevaluatedProperties",
            "contentSchema");

    private static final Set<String> SCHEMA_LISTS = Set.of("prefixItems", "allOf", "anyOf", "oneOf");
    private static final Set<String> SCHEMA_MAPS =
            Set.of("$defs", "definitions", "properties", "patternProperties", "dependentSchemas");

    private final JsonNode root;
    private final Set<String> problems = new TreeSet<>();

    private SchemaValidity(JsonNode root) {
        this.root = root;
    }

    /** What is wrong; empty if the schema is valid. */
    static List<String> problems(JsonNode schema) {
        if (!schema.isObject()) {
            return List.of("a schema must be an object");
        }
        Schema metaSchema =
                REGISTRY.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
        List<String> problems = new ArrayList<>(metaSchema.validate(schema).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .distinct()
                .toList());
        if (problems.isEmpty()) {
            SchemaValidity validity = new SchemaValidity(schema);
            validity.schema(schema, "");
            problems.addAll(validity.problems);
        }
        return problems;
    }

    private void schema(JsonNode schema, String path) {
        schema.properties().forEach(entry -> keyword(entry.getKey(), entry.getValue(), path + "/" + entry.getKey()));
    }

    private void keyword(String name, JsonNode value, String path) {
        if (!KEYWORDS.contains(name)) {
            problems.add(path + ": unknown keyword \"" + name + "\"");
        } else if (name.equals("format") && !FORMATS.contains(value.asString())) {
            problems.add(path + ": unknown format \"" + value.asString() + "\"");
        } else if (name.equals("$ref")) {
            reference(value.asString(), path);
        } else if (SCHEMAS.contains(name)) {
            schema(value, path);
        } else if (SCHEMA_LISTS.contains(name) || SCHEMA_MAPS.contains(name)) {
            value.forEachEntry((key, child) -> schema(child, path + "/" + key));
            int index = 0;
            for (JsonNode child : value.isArray() ? value : List.<JsonNode>of()) {
                schema(child, path + "/" + index++);
            }
        }
    }

    private void reference(String reference, String path) {
        String fragment = reference.startsWith("#") ? reference.substring(1) : "?";
        boolean isPointer = fragment.isEmpty() || fragment.startsWith("/");
        if (!isPointer || at(root, fragment).isMissingNode()) {
            problems.add(path + ": the reference " + reference + " leads nowhere in this file");
        }
    }

    /** The node at a JSON pointer in a URL's fragment. */
    static JsonNode at(JsonNode root, String fragment) {
        return root.at(JsonPointer.compile(URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8)));
    }
}
