package ft.transcendence.schemacheck.events;

import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether a JSON Schema is compatible with a released one, in both directions, because both happen with events: a consumer written for the released
 * schema reads events written now; a consumer written now reads events that are still in the topic (compacted topics, replays, dead letters).
 *
 * <p>A finding's place is the path in the event's data, such as {@code players[].score}, or {@code (event)} for the whole.
 */
final class JsonSchemaChanges {
    /** Keywords that describe and do not constrain. */
    private static final Set<String> ANNOTATIONS = Set.of(
            "$id",
            "$schema",
            "$comment",
            "title",
            "description",
            "examples",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly");

    /** Keywords compared by their own rule. */
    private static final Set<String> STRUCTURE = Set.of(
            "$ref",
            "$defs",
            "definitions",
            "type",
            "properties",
            "required",
            "items",
            "enum",
            "const",
            "additionalProperties");

    /** Bounds: does a greater number allow more (1) or less (-1)? */
    private static final Map<String, Integer> BOUNDS = Map.of(
            "maximum",
            1,
            "exclusiveMaximum",
            1,
            "maxLength",
            1,
            "maxItems",
            1,
            "maxProperties",
            1,
            "minimum",
            -1,
            "exclusiveMinimum",
            -1,
            "minLength",
            -1,
            "minItems",
            -1,
            "minProperties",
            -1);

    private final JsonNode releasedRoot;
    private final JsonNode nextRoot;
    private final List<Finding> changes = new ArrayList<>();

    private JsonSchemaChanges(JsonNode releasedRoot, JsonNode nextRoot) {
        this.releasedRoot = releasedRoot;
        this.nextRoot = nextRoot;
    }

    static List<Finding> between(JsonNode released, JsonNode next) {
        JsonSchemaChanges comparison = new JsonSchemaChanges(released, next);
        comparison.compare(released, next, "", Set.of());
        return comparison.changes;
    }

    /** @param above the pairs of references being compared further up: a recursive schema is compared once around */
    private void compare(JsonNode releasedNode, JsonNode nextNode, String where, Set<String> above) {
        Set<String> trail = above;
        if (releasedNode.has("$ref") || nextNode.has("$ref")) {
            String pair = releasedNode.path("$ref").asString("") + " "
                    + nextNode.path("$ref").asString("");
            if (above.contains(pair)) {
                return;
            }
            trail = new HashSet<>(above);
            trail.add(pair);
        }
        JsonNode released = dereference(releasedNode, releasedRoot);
        JsonNode next = dereference(nextNode, nextRoot);
        if (!released.isObject() || !next.isObject()) {
            if (!isEqual(released, next)) {
                report(Level.BREAKING, where, "schema changed from " + show(released) + " to " + show(next));
            }
            return;
        }
        types(released, next, where);
        values(released, next, where);
        constraints(released, next, where);
        if (!isClosed(released) && isClosed(next)) {
            report(Level.BREAKING, where, "additional properties are no longer allowed");
        }
        properties(released, next, where, trail);
        items(released, next, where + "[]", trail);
    }

    private void types(JsonNode released, JsonNode next, String where) {
        Set<String> before = typesOf(released);
        Set<String> after = typesOf(next);
        if (!before.equals(after)) {
            report(Level.BREAKING, where, "type changed from " + join(before) + " to " + join(after));
        }
    }

    private static Set<String> typesOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        Set<String> types = new TreeSet<>();
        type.forEach(name -> types.add(name.asString()));
        if (type.isString()) {
            types.add(type.asString());
        }
        return types;
    }

    private static String join(Set<String> types) {
        return types.isEmpty() ? "any" : String.join(" | ", types);
    }

    private void values(JsonNode released, JsonNode next, String where) {
        boolean wereListed = released.has("const") || released.has("enum");
        boolean areListed = next.has("const") || next.has("enum");
        if (!wereListed && !areListed) {
            return;
        }
        if (!wereListed || !areListed) {
            report(
                    Level.BREAKING,
                    where,
                    wereListed ? "the list of allowed values was removed" : "only listed values are allowed now");
            return;
        }
        Set<String> before = valuesOf(released);
        Set<String> after = valuesOf(next);
        before.stream()
                .filter(value -> !after.contains(value))
                .forEach(value -> report(
                        Level.BREAKING,
                        where,
                        "value " + value + " was removed: consumers would refuse events that contain it"));
        after.stream()
                .filter(value -> !before.contains(value))
                .forEach(value -> report(
                        Level.DANGEROUS, where, "value " + value + " was added: consumers must be able to handle it"));
    }

    private static Set<String> valuesOf(JsonNode schema) {
        if (schema.has("const")) {
            return Set.of(schema.path("const").toString());
        }
        return schema.path("enum")
                .valueStream()
                .map(JsonNode::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void constraints(JsonNode released, JsonNode next, String where) {
        Set<String> keywords = new TreeSet<>(released.propertyNames());
        keywords.addAll(next.propertyNames());
        keywords.removeAll(ANNOTATIONS);
        keywords.removeAll(STRUCTURE);
        for (String keyword : keywords) {
            JsonNode before = released.get(keyword);
            JsonNode after = next.get(keyword);
            if (!isEqual(before, after)) {
                report(
                        isLooser(keyword, before, after) ? Level.DANGEROUS : Level.BREAKING,
                        where,
                        keyword + " changed from " + show(before) + " to " + show(after));
            }
        }
    }

    private static boolean isLooser(String keyword, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (after == null) {
            return true;
        }
        int direction = BOUNDS.getOrDefault(keyword, 0);
        return before != null
                && before.isNumber()
                && after.isNumber()
                && Integer.signum(after.decimalValue().compareTo(before.decimalValue())) == direction;
    }

    private static boolean isClosed(JsonNode schema) {
        JsonNode others = schema.path("additionalProperties");
        return others.isBoolean() && !others.asBoolean();
    }

    private void properties(JsonNode released, JsonNode next, String where, Set<String> trail) {
        JsonNode before = released.path("properties");
        JsonNode after = next.path("properties");
        Set<String> wasRequired = required(released);
        Set<String> isRequired = required(next);
        for (String name : before.propertyNames()) {
            String path = where.isEmpty() ? name : where + "." + name;
            if (!after.has(name)) {
                report(Level.BREAKING, path, "field was removed");
                continue;
            }
            if (wasRequired.contains(name) && !isRequired.contains(name)) {
                report(Level.BREAKING, path, "field can now be absent, but consumers rely on it");
            }
            if (!wasRequired.contains(name) && isRequired.contains(name)) {
                report(Level.BREAKING, path, "field is required now: events already in the topic may lack it");
            }
            compare(before.path(name), after.path(name), path, trail);
        }
        for (String name : after.propertyNames()) {
            if (before.has(name)) {
                continue;
            }
            String path = where.isEmpty() ? name : where + "." + name;
            if (isRequired.contains(name)) {
                report(Level.BREAKING, path, "required field was added: events already in the topic lack it");
            } else if (isClosed(released)) {
                report(Level.BREAKING, path, "field was added, but the released schema allows no other fields");
            } else {
                report(Level.SAFE, path, "optional field was added");
            }
        }
    }

    private static Set<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private void items(JsonNode released, JsonNode next, String where, Set<String> trail) {
        boolean had = released.has("items");
        boolean has = next.has("items");
        if (had && has) {
            compare(released.path("items"), next.path("items"), where, trail);
        } else if (had || has) {
            report(Level.BREAKING, where, "the schema of the items changed");
        }
    }

    /** Follows references; what stands beside one counts too. */
    private static JsonNode dereference(JsonNode node, JsonNode root) {
        JsonNode current = node;
        Set<String> followed = new HashSet<>();
        while (current.path("$ref").isString()
                && current.path("$ref").asString().startsWith("#")
                && followed.add(current.path("$ref").asString())) {
            JsonNode target =
                    SchemaValidity.at(root, current.path("$ref").asString().substring(1));
            ObjectNode beside = ((ObjectNode) current).deepCopy();
            beside.remove("$ref");
            if (!target.isObject()) {
                return beside.isEmpty() ? target : beside;
            }
            ObjectNode merged = ((ObjectNode) target).deepCopy();
            merged.setAll(beside);
            current = merged;
        }
        return current;
    }

    /** Numbers are equal if their values are. */
    private static boolean isEqual(@Nullable JsonNode released, @Nullable JsonNode next) {
        if (released == null || next == null) {
            return released == null && next == null;
        }
        return released.equals(
                (before, after) -> before.isNumber() && after.isNumber()
                        ? before.decimalValue().compareTo(after.decimalValue())
                        : before.equals(after) ? 0 : 1,
                next);
    }

    private static String show(@Nullable JsonNode value) {
        return value == null || value.isMissingNode() ? "none" : value.toString();
    }

    private void report(Level level, String where, String message) {
        changes.add(new Finding(level, where.isEmpty() ? "(event)" : where, message));
    }
}
