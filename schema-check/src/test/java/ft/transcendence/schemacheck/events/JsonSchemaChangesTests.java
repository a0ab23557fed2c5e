package ft.transcendence.schemacheck.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonSchemaChangesTests {

    /** Both schemas are objects; the columns show what follows {@code "type": "object"}. Findings are separated by semicolons. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        nothing                    | "properties": {"a": {"type": "string"}}, "required": ["a"] | "properties": {"a": {"type": "string"}}, "required": ["a"] |
        a description              | "properties": {"a": {"type": "string", "description": "old"}} | "properties": {"a": {"type": "string", "description": "new"}} |
        an optional field more     | "properties": {} | "properties": {"a": {"type": "string"}} | SAFE a: optional field was added
        an optional field more where others are refused | "properties": {}, "additionalProperties": false | "properties": {"a": {"type": "string"}}, "additionalProperties": false | BREAKING a: field was added, but the released schema allows no other fields
        a required field more      | "properties": {} | "properties": {"a": {}}, "required": ["a"] | BREAKING a: required field was added: events already in the topic lack it
        a field fewer              | "properties": {"a": {}} | "properties": {} | BREAKING a: field was removed
        a required field becomes optional | "properties": {"a": {}}, "required": ["a"] | "properties": {"a": {}} | BREAKING a: field can now be absent, but consumers rely on it
        an optional field becomes required | "properties": {"a": {}} | "properties": {"a": {}}, "required": ["a"] | BREAKING a: field is required now: events already in the topic may lack it
        a field becomes nullable   | "properties": {"a": {"type": "string"}} | "properties": {"a": {"type": ["string", "null"]}} | BREAKING a: type changed from string to null | string
        a list's items             | "properties": {"a": {"type": "array", "items": {"type": "integer"}}} | "properties": {"a": {"type": "array", "items": {"type": "string"}}} | BREAKING a[]: type changed from integer to string
        items are described now    | "properties": {"a": {"type": "array"}} | "properties": {"a": {"type": "array", "items": {}}} | BREAKING a[]: the schema of the items changed
        a value fewer              | "properties": {"a": {"enum": ["X", "Y"]}} | "properties": {"a": {"enum": ["X"]}} | BREAKING a: value "Y" was removed: consumers would refuse events that contain it
        a value more               | "properties": {"a": {"enum": ["X"]}} | "properties": {"a": {"enum": ["X", "Y"]}} | DANGEROUS a: value "Y" was added: consumers must be able to handle it
        another constant           | "properties": {"a": {"const": 1}} | "properties": {"a": {"const": 2}} | BREAKING a: value 1 was removed: consumers would refuse events that contain it; DANGEROUS a: value 2 was added: consumers must be able to handle it
        values are listed now      | "properties": {"a": {}} | "properties": {"a": {"enum": ["X"]}} | BREAKING a: only listed values are allowed now
        values are listed no more  | "properties": {"a": {"enum": ["X"]}} | "properties": {"a": {}} | BREAKING a: the list of allowed values was removed
        a bound is tighter         | "properties": {"a": {"maximum": 9}} | "properties": {"a": {"maximum": 8}} | BREAKING a: maximum changed from 9 to 8
        a bound is looser          | "properties": {"a": {"minimum": 1}} | "properties": {"a": {"minimum": 0}} | DANGEROUS a: minimum changed from 1 to 0
        a bound is written otherwise | "properties": {"a": {"minimum": 1}} | "properties": {"a": {"minimum": 1.0}} |
        a bound is gone            | "properties": {"a": {"minimum": 1}} | "properties": {"a": {}} | DANGEROUS a: minimum changed from 1 to none
        another pattern            | "properties": {"a": {"pattern": "^a"}} | "properties": {"a": {"pattern": "^b"}} | BREAKING a: pattern changed from "^a" to "^b"
        other fields are refused now | "properties": {} | "properties": {}, "additionalProperties": false | BREAKING (event): additional properties are no longer allowed
        a schema that is true      | "properties": {"a": true} | "properties": {"a": false} | BREAKING a: schema changed from true to false
        a field behind a reference | "properties": {"a": {"$ref": "#/$defs/a"}}, "$defs": {"a": {"properties": {"b": {}}}} | "properties": {"a": {"$ref": "#/$defs/x"}}, "$defs": {"x": {"properties": {}}} | BREAKING a.b: field was removed
        what stands beside a reference | "properties": {"a": {"$ref": "#/$defs/a", "maximum": 2}}, "$defs": {"a": {}} | "properties": {"a": {"$ref": "#/$defs/a", "maximum": 1}}, "$defs": {"a": {}} | BREAKING a: maximum changed from 2 to 1
        """)
    void findsWhatConsumersWouldNotice(String name, String released, String next, String expected) {
        // a bar in an expected finding ends its column
        String findings = expected == null ? "" : expected;
        List<String> wanted = findings.isEmpty() ? List.of() : Arrays.asList(findings.split("; (?=[A-Z])"));
        assertThat(changes("{\"type\": \"object\", " + released + "}", "{\"type\": \"object\", " + next + "}"))
                .hasSameSizeAs(wanted)
                .zipSatisfy(wanted, (found, want) -> assertThat(found).startsWith(want));
    }

    @Test
    void recursiveSchemasAreComparedOnce() {
        String children = "\"left\": {\"$ref\": \"#/$defs/node\"}, \"middle\": {\"$ref\": \"#/$defs/node\"}, \"right\":"
                + " {\"$ref\": \"#/$defs/node\"}";
        String tree = "{\"$ref\": \"#/$defs/node\", \"$defs\": {\"node\": {\"properties\": {" + children + "%s}}}}";
        assertThat(changes(tree.formatted(", \"label\": {}"), tree.formatted("")))
                .containsExactly("BREAKING label: field was removed");
    }

    @Test
    void referencesThatLeadInCirclesEnd() {
        String circle = "{\"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {\"$ref\": \"#/$defs/b\"}, \"b\": {\"$ref\":"
                + " \"#/$defs/a\"}}}";
        assertThat(changes(circle, circle)).isEmpty();
    }

    private static List<String> changes(String released, String next) {
        JsonNode before = JsonMapper.shared().readTree(released);
        JsonNode after = JsonMapper.shared().readTree(next);
        return JsonSchemaChanges.between(before, after).stream()
                .map(change -> change.level() + " " + change.where() + ": " + change.message())
                .toList();
    }
}
