package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.Model.FieldModel;
import ft.transcendence.federation.differential.Model.KeyModel;
import ft.transcendence.federation.differential.Model.Kind;
import ft.transcendence.federation.differential.Model.TypeModel;
import ft.transcendence.federation.differential.Model.UnionModel;
import ft.transcendence.federation.differential.Model.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints the supergraph SDL of a model as composition does. */
final class SupergraphPrinter {

    private final Model model;
    private final String joinVersion;
    private final StringBuilder sdl = new StringBuilder();

    private SupergraphPrinter(Model model, String joinVersion) {
        this.model = model;
        this.joinVersion = joinVersion;
    }

    /** @param joinVersion {@code v0.3}, {@code v0.4} or {@code v0.5} */
    static String supergraph(Model model, String joinVersion) {
        SupergraphPrinter printer = new SupergraphPrinter(model, joinVersion);
        printer.header();
        printer.root(model.query);
        printer.root(model.mutation);
        model.types.values().forEach(printer::type);
        model.unions.values().forEach(printer::union);
        printer.leafTypes();
        return printer.sdl.toString();
    }

    private void header() {
        boolean hasLabels = !joinVersion.equals("v0.3");
        boolean hasContext = joinVersion.equals("v0.5");
        sdl.append("""
                schema
                  @link(url: "https://specs.apollo.dev/link/v1.0")
                  @link(url: "https://specs.apollo.dev/join/%s", for: EXECUTION)
                  @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)%s
                {
                  query: Query%s
                }
                directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
                directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
                directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean%s%s) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
                directive @join__graph(name: String!, url: String!) on ENUM_VALUE
                directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
                directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
                directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
                directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
                """.formatted(
                        joinVersion,
                        hasContext ? "\n  @link(url: \"https://specs.apollo.dev/context/v0.1\")" : "",
                        model.mutation.fields.isEmpty() ? "" : " mutation: Mutation",
                        hasLabels ? ", overrideLabel: String" : "",
                        hasContext ? ", contextArguments: [join__ContextArgument!]" : ""));
        if (hasLabels) {
            sdl.append(
                    "directive @join__directive(graphs: [join__Graph!], name: String!, args: join__DirectiveArguments) repeatable on SCHEMA | OBJECT | INTERFACE | FIELD_DEFINITION\nscalar join__DirectiveArguments\n");
        }
        if (hasContext) {
            sdl.append(
                    "input join__ContextArgument { name: String! type: String! context: String! selection: join__FieldValue! }\nscalar join__FieldValue\n");
            sdl.append("directive @context(name: String!) repeatable on INTERFACE | OBJECT | UNION\n");
        }
        sdl.append("scalar join__FieldSet\nscalar link__Import\nenum link__Purpose { SECURITY EXECUTION }\n");
        sdl.append("enum join__Graph {\n");
        model.subgraphs.forEach(name -> sdl.append("  %s @join__graph(name: \"%s\", url: \"http://%s.test/graphql\")\n"
                .formatted(name.toUpperCase(Locale.ROOT), name, name)));
        sdl.append("}\n");
    }

    private String graph(int subgraph) {
        return model.subgraphs.get(subgraph).toUpperCase(Locale.ROOT);
    }

    private SortedSet<Integer> all() {
        return IntStream.range(0, model.subgraphs.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private void root(TypeModel root) {
        if (root.fields.isEmpty()) {
            return;
        }
        sdl.append("type ").append(root.name).append('\n');
        SortedSet<Integer> subgraphs = root == model.query
                ? all()
                : root.fields.values().stream()
                        .flatMap(field -> field.uses.keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        subgraphs.forEach(
                s -> sdl.append("  @join__type(graph: ").append(graph(s)).append(")\n"));
        fields(root, subgraphs);
    }

    private void type(TypeModel type) {
        sdl.append(type.kind == Kind.INTERFACE ? "interface " : "type ").append(type.name);
        sdl.append(type.interfaces.isEmpty() ? "" : " implements " + String.join(" & ", type.interfaces.keySet()));
        sdl.append('\n');
        type.interfaces.forEach((name, where) -> where.forEach(
                s -> sdl.append("  @join__implements(graph: %s, interface: \"%s\")\n".formatted(graph(s), name))));
        for (int s : type.subgraphs) {
            joinTypes(type, s);
        }
        type.contexts.forEach(
                (s, name) -> sdl.append("  @context(name: \"%s__%s\")\n".formatted(model.subgraphs.get(s), name)));
        fields(type, type.subgraphs);
    }

    private void joinTypes(TypeModel type, int subgraph) {
        String isInterfaceObject = type.interfaceObjectIn.contains(subgraph) ? ", isInterfaceObject: true" : "";
        List<KeyModel> keys = type.keys.stream()
                .filter(key -> key.subgraphs.contains(subgraph))
                .toList();
        if (keys.isEmpty()) {
            sdl.append("  @join__type(graph: ")
                    .append(graph(subgraph))
                    .append(isInterfaceObject)
                    .append(")\n");
        }
        for (KeyModel key : keys) {
            String resolvable = type.isResolvable(key, subgraph) ? "" : ", resolvable: false";
            sdl.append("  @join__type(graph: %s, key: \"%s\"%s%s)\n"
                    .formatted(graph(subgraph), key.fieldSet, resolvable, isInterfaceObject));
        }
    }

    private void fields(TypeModel type, SortedSet<Integer> subgraphs) {
        sdl.append("{\n");
        for (FieldModel field : type.fields.values()) {
            sdl.append("  ")
                    .append(field.name)
                    .append(SdlPrinter.arguments(field))
                    .append(": ")
                    .append(field.type);
            sdl.append(joinFields(field, subgraphs))
                    .append(field.isInaccessible ? " @inaccessible" : "")
                    .append('\n');
        }
        sdl.append("}\n");
    }

    private String joinFields(FieldModel field, SortedSet<Integer> subgraphs) {
        if (field.isFromInterfaceObject) {
            return " @join__field";
        }
        List<String> joins = new ArrayList<>();
        boolean isPlain = field.uses.keySet().containsAll(subgraphs);
        for (Map.Entry<Integer, Use> entry : field.uses.entrySet()) {
            Use use = entry.getValue();
            if (use.isOverridden && !use.isUsedOverridden) {
                isPlain = false;
                continue;
            }
            String details = details(field, use, entry.getKey());
            isPlain &= details.isEmpty();
            joins.add(" @join__field(graph: " + graph(entry.getKey()) + details + ")");
        }
        return isPlain ? "" : String.join("", joins);
    }

    private String details(FieldModel field, Use use, int subgraph) {
        StringBuilder details = new StringBuilder();
        if (use.requires != null) {
            details.append(", requires: \"")
                    .append(use.requires.replace("\"", "\\\""))
                    .append('"');
        }
        if (use.provides != null) {
            details.append(", provides: \"")
                    .append(use.provides.replace("\"", "\\\""))
                    .append('"');
        }
        if (use.type != null) {
            details.append(", type: \"").append(use.type).append('"');
        }
        if (field.contextUse != null) {
            details.append(
                    ", contextArguments: [{context: \"%s__%s\", name: \"%s\", type: \"String\", selection: \"%s\"}]"
                            .formatted(
                                    model.subgraphs.get(subgraph),
                                    field.contextUse.context(),
                                    field.contextUse.argument(),
                                    field.contextUse.selections()));
        }
        details.append(use.isExternal ? ", external: true" : "");
        if (use.overrideFrom != null) {
            details.append(", override: \"").append(use.overrideFrom).append('"');
        }
        details.append(use.isUsedOverridden ? ", usedOverridden: true" : "");
        String label = field.uses.values().stream()
                .filter(other -> other.overrideLabel != null
                        && (other == use || model.subgraphs.get(subgraph).equals(other.overrideFrom)))
                .map(other -> ", overrideLabel: \"" + other.overrideLabel + "\"")
                .findFirst()
                .orElse("");
        return details.append(label).toString();
    }

    private void union(UnionModel union) {
        SortedSet<String> all = new TreeSet<>();
        sdl.append("union ").append(union.name).append('\n');
        union.members.forEach((s, members) -> {
            sdl.append("  @join__type(graph: ").append(graph(s)).append(")\n");
            members.forEach(member ->
                    sdl.append("  @join__unionMember(graph: %s, member: \"%s\")\n".formatted(graph(s), member)));
            all.addAll(members);
        });
        sdl.append("  = ").append(String.join(" | ", all)).append('\n');
    }

    private void leafTypes() {
        String everywhere =
                all().stream().map(s -> " @join__type(graph: " + graph(s) + ")").collect(Collectors.joining());
        String everyValue = all().stream()
                .map(s -> " @join__enumValue(graph: " + graph(s) + ")")
                .collect(Collectors.joining());
        sdl.append("enum Color").append(everywhere).append(" {\n");
        model.enumValues.forEach(value -> sdl.append("  ")
                .append(value)
                .append(everyValue)
                .append(value.equals("SECRET") ? " @inaccessible\n" : "\n"));
        sdl.append("}\nenum Shade").append(everywhere).append(" {\n");
        for (String shade : List.of("DARK", "LIGHT", "PALE")) {
            String joins = model.shades.entrySet().stream()
                    .filter(shades -> shades.getValue().contains(shade))
                    .map(shades -> " @join__enumValue(graph: " + graph(shades.getKey()) + ")")
                    .collect(Collectors.joining());
            sdl.append(joins.isEmpty() ? "" : "  " + shade + joins + "\n");
        }
        sdl.append("}\ninput Point").append(everywhere).append(" { x: Int! y: Int = 5 }\n");
        sdl.append("scalar Blob").append(everywhere).append('\n');
    }
}
