package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.Model.FieldModel;
import ft.transcendence.federation.differential.Model.Kind;
import ft.transcendence.federation.differential.Model.TypeModel;
import ft.transcendence.federation.subgraphs.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Generates data for a model in the form {@link MergedData} reads: every entity with its keys, every field with a value of its type. */
final class DataGenerator {

    private final Model model;
    private final Dice dice;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int texts;

    private DataGenerator(Model model, Dice dice) {
        this.model = model;
        this.dice = dice;
    }

    static String generate(Model model, Dice dice) {
        return Json.text(new DataGenerator(model, dice).data());
    }

    private Map<String, @Nullable Object> data() {
        List<TypeModel> entities = model.types.values().stream()
                .filter(type -> type.kind == Kind.ENTITY)
                .toList();
        entities.forEach(entity -> counts.put(entity.name, dice.between(1, 3)));
        Map<String, Map<String, Map<String, @Nullable Object>>> objects = new LinkedHashMap<>();
        for (TypeModel entity : entities) {
            Map<String, Map<String, @Nullable Object>> table = new LinkedHashMap<>();
            for (int i = 0; i < counts.getOrDefault(entity.name, 0); i++) {
                table.put(String.valueOf(i), entity(entity, i));
            }
            objects.put(entity.name, table);
        }
        Map<String, @Nullable Object> roots = new LinkedHashMap<>();
        roots.put("Query", fields(model.query));
        roots.put("Mutation", mutations());
        if (model.violatesNonNull) {
            entities.forEach(entity -> forget(entity, Objects.requireNonNull(objects.get(entity.name))));
        }
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("objects", objects);
        data.put("roots", roots);
        return data;
    }

    /** Mutations never return null where they must not: it is not specified whether such an error stops the following ones. */
    private Map<String, @Nullable Object> mutations() {
        Map<String, @Nullable Object> fields = fields(model.mutation);
        model.mutation.fields.values().stream()
                .filter(field -> field.type.endsWith("!"))
                .filter(field -> fields.get(field.name) == null)
                .forEach(field -> fields.put(field.name, nonNull(field.type.replaceAll("!$", ""), field)));
        return fields;
    }

    /** Makes some entities unknown to a subgraph that can only be entered by their key. */
    private void forget(TypeModel entity, Map<String, Map<String, @Nullable Object>> table) {
        for (int subgraph : entity.subgraphs) {
            List<FieldModel> only = entity.fields.values().stream()
                    .filter(field -> !field.isKey && field.owners().contains(subgraph))
                    .toList();
            boolean isOnlyEntered = entity.keys.size() == 1
                    && only.stream().allMatch(field -> field.owners().size() == 1)
                    && !leadsTo(entity, subgraph);
            if (!isOnlyEntered) {
                continue;
            }
            table.values().stream().filter(instance -> dice.percent(25)).forEach(instance -> {
                instance.put("$missingIn", List.of(model.subgraphs.get(subgraph)));
                only.forEach(field -> instance.put(field.name, null));
            });
            return;
        }
    }

    private boolean leadsTo(TypeModel entity, int subgraph) {
        return Stream.concat(model.types.values().stream(), Stream.of(model.query, model.mutation))
                .flatMap(type -> type.fields.values().stream())
                .filter(field -> field.uses.containsKey(subgraph))
                .filter(field ->
                        model.unions.containsKey(field.namedType()) || model.types.containsKey(field.namedType()))
                .anyMatch(field ->
                        model.possibleTypes(field.namedType(), subgraph).contains(entity.name));
    }

    private Map<String, @Nullable Object> entity(TypeModel type, int number) {
        Map<String, @Nullable Object> fields = fields(type);
        if (type.fields.containsKey("id")) {
            fields.put("id", type.name + "-" + number);
        }
        if (type.fields.containsKey("sku")) {
            fields.put("sku", "sku-" + number / 2);
        }
        if (type.fields.containsKey("region")) {
            fields.put("region", number % 2);
        }
        if (type.fields.containsKey("org")) {
            Map<String, @Nullable Object> org = new LinkedHashMap<>();
            org.put("__typename", "Org" + type.name);
            org.putAll(fields(model.type("Org" + type.name)));
            org.put("code", "code-" + number);
            org.put("zone", "zone");
            fields.put("org", org);
        }
        return fields;
    }

    private Map<String, @Nullable Object> fields(TypeModel type) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        type.fields.values().forEach(field -> fields.put(field.name, value(field.type, field)));
        return fields;
    }

    private @Nullable Object value(String type, FieldModel field) {
        // a field that is non-null in some subgraph has no nulls
        boolean isNeverNull = field.uses.values().stream().anyMatch(use -> use.type != null);
        if (type.endsWith("!")) {
            boolean isViolation = model.violatesNonNull && !isNeverNull && dice.percent(6);
            return isViolation ? null : nonNull(type.substring(0, type.length() - 1), field);
        }
        return !isNeverNull && dice.percent(12) ? null : nonNull(type, field);
    }

    private @Nullable Object nonNull(String type, FieldModel field) {
        if (type.startsWith("[")) {
            List<@Nullable Object> items = new ArrayList<>();
            int count = dice.between(0, 3);
            for (int i = 0; i < count; i++) {
                items.add(value(type.substring(1, type.length() - 1), field));
            }
            return items;
        }
        return switch (type) {
            case "String" -> dice.oneOf("text", "text \"quoted\"", "t\u00e9xt \uD83D\uDE00", "line\nbreak") + texts++;
            case "ID" -> "id-" + texts++;
            case "Int" -> dice.between(-5, 1_000_000);
            case "Float" -> dice.oneOf(0.5, -2.25, 1e10, 3.0);
            case "Boolean" -> dice.percent(50);
            case "Color" -> color(field);
            // either a value that every subgraph knows, or one that a single subgraph knows
            case "Shade" ->
                field.uses.size() == 1
                        ? dice.oneOf(Objects.requireNonNull(model.shades.get(field.uses.firstKey())))
                        : "LIGHT";
            case "Blob" -> dice.oneOf(List.of(1, "two"), Map.of("a", Map.of("b", 1)), "text", 7);
            default -> object(type, field);
        };
    }

    /** The hidden value may occur where null may. */
    private String color(FieldModel field) {
        boolean mayHide =
                !field.type.contains("!") && field.uses.values().stream().allMatch(use -> use.type == null);
        return dice.oneOf(mayHide ? model.enumValues : List.of("RED", "GREEN", "BLUE"));
    }

    private @Nullable Object object(String type, FieldModel field) {
        if (type.equals(model.query.name)) {
            return Map.of("$root", type);
        }
        SortedSet<String> possible = null;
        for (int subgraph : field.uses.keySet()) {
            SortedSet<String> here = model.possibleTypes(type, subgraph);
            if (possible == null) {
                possible = new TreeSet<>(here);
            } else {
                possible.retainAll(here);
            }
        }
        if (possible == null || possible.isEmpty()) {
            return null;
        }
        TypeModel chosen = model.type(dice.oneOf(List.copyOf(possible)));
        if (chosen.kind == Kind.ENTITY) {
            int number = dice.between(0, counts.getOrDefault(chosen.name, 1) - 1);
            return Map.of("$ref", List.of(chosen.name, String.valueOf(number)));
        }
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put("__typename", chosen.name);
        value.putAll(fields(chosen));
        return value;
    }
}
