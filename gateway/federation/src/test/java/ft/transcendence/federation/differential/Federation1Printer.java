package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.Model.FieldModel;
import ft.transcendence.federation.differential.Model.KeyModel;
import ft.transcendence.federation.differential.Model.Kind;
import ft.transcendence.federation.differential.Model.TypeModel;
import ft.transcendence.federation.differential.Model.Use;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Prints the supergraph SDL of a model as Federation 1 composed it, with join 0.1: an entity has an owner, an external field is not mentioned, and
 * value types, unions and enums belong to every subgraph.
 */
final class Federation1Printer {

    private final Model model;
    private final StringBuilder sdl = new StringBuilder();

    private Federation1Printer(Model model) {
        this.model = model;
    }

    static String supergraph(Model model) {
        Federation1Printer printer = new Federation1Printer(model);
        printer.header();
        printer.type(model.query);
        printer.type(model.mutation);
        model.types.values().forEach(printer::type);
        printer.leafTypes();
        return printer.sdl.toString();
    }

    private void header() {
        sdl.append("""
                schema
                  @core(feature: "https://specs.apollo.dev/core/v0.2")
                  @core(feature: "https://specs.apollo.dev/join/v0.1", for: EXECUTION)
                {
                  query: Query%s
                }
                directive @core(feature: String!, as: String, for: core__Purpose) repeatable on SCHEMA
                directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet) on FIELD_DEFINITION
                directive @join__type(graph: join__Graph!, key: join__FieldSet) repeatable on OBJECT | INTERFACE
                directive @join__owner(graph: join__Graph!) on OBJECT | INTERFACE
                directive @join__graph(name: String!, url: String!) on ENUM_VALUE
                scalar join__FieldSet
                enum core__Purpose { EXECUTION SECURITY }
                """.formatted(model.mutation.fields.isEmpty() ? "" : " mutation: Mutation"));
        sdl.append("enum join__Graph {\n");
        model.subgraphs.forEach(name -> sdl.append("  %s @join__graph(name: \"%s\", url: \"http://%s.test/graphql\")\n"
                .formatted(name.toUpperCase(Locale.ROOT), name, name)));
        sdl.append("}\n");
    }

    private String graph(int subgraph) {
        return model.subgraphs.get(subgraph).toUpperCase(Locale.ROOT);
    }

    private void type(TypeModel type) {
        if (type.fields.isEmpty()) {
            return;
        }
        sdl.append("type ").append(type.name);
        if (type.kind == Kind.ENTITY) {
            sdl.append("\n  @join__owner(graph: ").append(graph(owner(type))).append(")\n");
            for (int subgraph : type.subgraphs) {
                for (KeyModel key : type.keys) {
                    sdl.append(
                            key.subgraphs.contains(subgraph)
                                    ? "  @join__type(graph: %s, key: \"%s\")\n".formatted(graph(subgraph), key.fieldSet)
                                    : "");
                }
            }
        }
        sdl.append(" {\n");
        for (FieldModel field : type.fields.values()) {
            sdl.append("  ")
                    .append(field.name)
                    .append(SdlPrinter.arguments(field))
                    .append(": ")
                    .append(field.type)
                    .append(type.kind == Kind.VALUE ? "" : join(type, field))
                    .append('\n');
        }
        sdl.append("}\n");
    }

    /** The first subgraph that has all keys. */
    private static int owner(TypeModel entity) {
        return entity.subgraphs.stream()
                .filter(s -> entity.keys.stream().allMatch(key -> key.subgraphs.contains(s)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(entity.name + " has no owner"));
    }

    private String join(TypeModel type, FieldModel field) {
        if (field.isKey) {
            return " @join__field(graph: " + graph(owner(type)) + ")";
        }
        Map.Entry<Integer, Use> use = field.uses.entrySet().stream()
                .filter(entry -> !entry.getValue().isExternal)
                .findFirst()
                .orElseThrow();
        return " @join__field(graph: " + graph(use.getKey()) + fieldSet("requires", use.getValue().requires)
                + fieldSet("provides", use.getValue().provides) + ")";
    }

    private static String fieldSet(String name, @Nullable String text) {
        return text == null ? "" : ", " + name + ": \"" + text.replace("\"", "\\\"") + "\"";
    }

    private void leafTypes() {
        model.unions.values().forEach(union -> sdl.append("union ")
                .append(union.name)
                .append(" = ")
                .append(String.join(" | ", Objects.requireNonNull(union.members.get(0))))
                .append('\n'));
        Set<String> shades = new TreeSet<>();
        model.shades.values().forEach(shades::addAll);
        sdl.append("enum Color { ").append(String.join(" ", model.enumValues)).append(" }\n");
        sdl.append("enum Shade { ").append(String.join(" ", shades)).append(" }\n");
        sdl.append("input Point { x: Int! y: Int = 5 }\nscalar Blob\n");
    }
}
