package ft.transcendence.composition.reader;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.link.Link;
import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.schema.DirectiveDefinition;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is imported under a name of its own is not also used by its namespaced name: a schema that imports {@code @key} and defines and uses
 * {@code @federation__key} means two things by one.
 */
final class ShadowedImports {
    private final Schema schema;
    private final Links links;
    private final Problems problems;

    ShadowedImports(Schema schema, Links links, Problems problems) {
        this.schema = schema;
        this.links = links;
        this.problems = problems;
    }

    void check() {
        if (links.all().stream().allMatch(link -> link.imports().isEmpty())) {
            return;
        }
        Set<String> usedDirectives = new HashSet<>();
        Set<String> usedTypes = new HashSet<>();
        collectUses(usedDirectives, usedTypes);
        for (DirectiveDefinition definition : schema.directiveDefinitions().values()) {
            if (usedDirectives.contains(definition.name())) {
                shadowed(definition)
                        .ifPresent(imported -> problems.add(
                                ErrorCode.INVALID_LINK_DIRECTIVE_USAGE,
                                message("@" + definition.name(), imported),
                                definition.places()));
            }
        }
        for (NamedType type : schema.types().values()) {
            if (usedTypes.contains(type.name())) {
                shadowed(type)
                        .ifPresent(imported -> problems.add(
                                ErrorCode.INVALID_LINK_DIRECTIVE_USAGE, message(type.name(), imported), type.places()));
            }
        }
    }

    private static String message(String name, Link.Import imported) {
        return name + " is used, though \"" + imported.name() + "\" is imported as \"" + imported.as() + "\"";
    }

    private Optional<Link.Import> shadowed(DirectiveDefinition definition) {
        return links.namespacedDirective(definition.name())
                .flatMap(found -> imported(found.link(), "@" + found.name()))
                .filter(imported -> !imported.as().equals("@" + definition.name()));
    }

    private Optional<Link.Import> shadowed(NamedType type) {
        return links.namespaced(type.name())
                .flatMap(found -> imported(found.link(), found.name()))
                .filter(imported -> !imported.as().equals(type.name()));
    }

    private static Optional<Link.Import> imported(Link link, String name) {
        return link.imports().stream()
                .filter(imported -> imported.name().equals(name))
                .findFirst();
    }

    /** What shadowed elements refer to is not used by that alone. */
    private void collectUses(Set<String> directives, Set<String> types) {
        addDirectives(schema.element(), directives);
        types.addAll(schema.roots().values());
        for (NamedType type : schema.types().values()) {
            addDirectives(type, directives);
            type.values().values().forEach(value -> addDirectives(value, directives));
            type.fields().values().forEach(field -> addDirectives(field, directives));
            type.fields()
                    .values()
                    .forEach(field -> addDirectives(field.arguments().values(), directives));
            addDirectives(type.inputFields().values(), directives);
            if (shadowed(type).isEmpty()) {
                types.addAll(type.interfaces());
                types.addAll(type.members());
                addTypes(type.inputFields().values(), types);
                for (Field field : type.fields().values()) {
                    types.add(field.type().namedType());
                    addTypes(field.arguments().values(), types);
                }
            }
        }
        for (DirectiveDefinition definition : schema.directiveDefinitions().values()) {
            addDirectives(definition.arguments().values(), directives);
            if (shadowed(definition).isEmpty()) {
                addTypes(definition.arguments().values(), types);
            }
        }
    }

    private static void addDirectives(Element element, Set<String> directives) {
        element.directives().forEach(use -> directives.add(use.name()));
    }

    private static void addDirectives(Collection<InputValue> values, Set<String> directives) {
        values.forEach(value -> addDirectives(value, directives));
    }

    private static void addTypes(Collection<InputValue> values, Set<String> types) {
        values.forEach(value -> types.add(value.type().namedType()));
    }
}
