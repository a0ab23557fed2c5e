package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.Model.ContextUse;
import ft.transcendence.federation.differential.Model.FieldModel;
import ft.transcendence.federation.differential.Model.KeyModel;
import ft.transcendence.federation.differential.Model.Kind;
import ft.transcendence.federation.differential.Model.TypeModel;
import ft.transcendence.federation.differential.Model.UnionModel;
import ft.transcendence.federation.differential.Model.Use;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SDL of one subgraph of a model. */
final class SdlPrinter {

    private final Model model;
    private final int subgraph;
    private final StringBuilder sdl = new StringBuilder();

    private SdlPrinter(Model model, int subgraph) {
        this.model = model;
        this.subgraph = subgraph;
    }

    static String subgraph(Model model, int subgraph) {
        SdlPrinter printer = new SdlPrinter(model, subgraph);
        printer.sdl.append(
                "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: [\"@key\"])\n");
        printer.type(model.query);
        printer.type(model.mutation);
        model.types.values().stream().filter(type -> type.isIn(subgraph)).forEach(printer::type);
        model.unions.values().forEach(printer::union);
        printer.sdl.append(leafTypes(model, subgraph));
        return printer.sdl.toString();
    }

    private static String leafTypes(Model model, int subgraph) {
        String shades = String.join(" ", Objects.requireNonNull(model.shades.get(subgraph)));
        return "enum Shade { " + shades + " }\nenum Color { "
                + model.enumValues.stream()
                        .map(value -> value + (value.equals("SECRET") ? " @inaccessible" : ""))
                        .collect(Collectors.joining(" "))
                + " }\ninput Point { x: Int! y: Int = 5 }\nscalar Blob\n";
    }

    static String arguments(FieldModel field) {
        return field.arguments.isEmpty()
                ? ""
                : field.arguments.entrySet().stream()
                        .map(argument -> argument.getKey() + ": " + argument.getValue()
                                + (argument.getKey().startsWith("hidden") ? " @inaccessible" : ""))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private void type(TypeModel type) {
        Map<String, FieldModel> fields = type.fields;
        if (fields.values().stream().noneMatch(field -> field.uses.containsKey(subgraph))) {
            return;
        }
        boolean isInterfaceObject = type.interfaceObjectIn.contains(subgraph);
        sdl.append(type.kind == Kind.INTERFACE && !isInterfaceObject ? "interface " : "type ")
                .append(type.name);
        String interfaces = type.interfaces.entrySet().stream()
                .filter(implemented -> implemented.getValue().contains(subgraph))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" & "));
        sdl.append(interfaces.isEmpty() ? "" : " implements " + interfaces);
        for (KeyModel key : type.keys) {
            if (key.subgraphs.contains(subgraph)) {
                sdl.append(" @key(fields: \"").append(key.fieldSet).append('"');
                sdl.append(type.isResolvable(key, subgraph) ? ")" : ", resolvable: false)");
            }
        }
        String context = type.contexts.get(subgraph);
        sdl.append(context == null ? "" : " @context(name: \"" + context + "\")");
        sdl.append(isInterfaceObject ? " @interfaceObject" : "").append(" {\n");
        for (FieldModel field : fields.values()) {
            Use use = field.uses.get(subgraph);
            if (use != null) {
                field(field, use, type);
            }
        }
        sdl.append("}\n");
    }

    private void field(FieldModel field, Use use, TypeModel type) {
        sdl.append("  ").append(field.name).append(allArguments(field)).append(": ");
        sdl.append(use.type == null ? field.type : use.type);
        boolean isShared = field.owners().size() > 1 && !use.isExternal && type.kind != Kind.INTERFACE && !field.isKey;
        sdl.append(isShared ? " @shareable" : "");
        sdl.append(use.isExternal ? " @external" : "");
        sdl.append(field.isInaccessible ? " @inaccessible" : "");
        argument(" @requires(fields: ", use.requires);
        argument(" @provides(fields: ", use.provides);
        if (use.overrideFrom != null) {
            sdl.append(" @override(from: \"").append(use.overrideFrom).append('"');
            sdl.append(use.overrideLabel == null ? ")" : ", label: \"" + use.overrideLabel + "\")");
        }
        sdl.append('\n');
    }

    private static String allArguments(FieldModel field) {
        ContextUse taken = field.contextUse;
        if (taken == null) {
            return arguments(field);
        }
        String argument = "(%s: String @fromContext(field: \"$%s %s\")"
                .formatted(taken.argument(), taken.context(), taken.selections());
        String others = arguments(field);
        return others.isEmpty() ? argument + ")" : argument + ", " + others.substring(1);
    }

    private void argument(String head, @Nullable String text) {
        if (text != null) {
            sdl.append(head).append('"').append(text.replace("\"", "\\\"")).append("\")");
        }
    }

    private void union(UnionModel union) {
        SortedSet<String> members = union.members.get(subgraph);
        if (members != null) {
            sdl.append("union ")
                    .append(union.name)
                    .append(" = ")
                    .append(String.join(" | ", members))
                    .append('\n');
        }
    }
}
