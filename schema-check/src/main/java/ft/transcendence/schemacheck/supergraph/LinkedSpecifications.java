package ft.transcendence.schemacheck.supergraph;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.ObjectValue;
import graphql.language.SchemaDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The specifications that a supergraph links, by {@code @link} or the older {@code @core}. Their elements belong to gateways; clients do not see them.
 */
final class LinkedSpecifications {
    private static final Pattern URL = Pattern.compile(".*/([^/]+)/v\\d+\\.\\d+/?");

    private final Set<String> namespaces = new HashSet<>();
    private final Set<String> imported = new HashSet<>();
    private final Map<String, String> directives = new HashMap<>();

    private LinkedSpecifications() {}

    static LinkedSpecifications of(Document supergraph) {
        LinkedSpecifications linked = new LinkedSpecifications();
        for (SchemaDefinition schema : supergraph.getDefinitionsOfType(SchemaDefinition.class)) {
            schema.getDirectives("link").forEach(link -> linked.add(link, "url"));
            schema.getDirectives("core").forEach(link -> linked.add(link, "feature"));
        }
        return linked;
    }

    private void add(Directive link, String urlArgument) {
        Matcher url = URL.matcher(text(value(link, urlArgument)).orElse(""));
        if (!url.matches()) {
            return;
        }
        String name = url.group(1);
        String namespace = text(value(link, "as")).orElse(name);
        namespaces.add(namespace);
        // the directive with a specification's own name needs no namespace
        directives.put(name, namespace);
        if (value(link, "import") instanceof ArrayValue imports) {
            imports.getValues().forEach(this::addImport);
        }
    }

    private void addImport(Value<?> element) {
        Optional<String> name = element instanceof ObjectValue renamed ? text(field(renamed, "name")) : text(element);
        Optional<String> local = element instanceof ObjectValue renamed
                ? text(field(renamed, "as")).or(() -> name)
                : name;
        local.map(LinkedSpecifications::withoutSign).ifPresent(imported::add);
        if (name.isPresent() && name.get().startsWith("@")) {
            directives.put(withoutSign(name.get()), withoutSign(local.orElseThrow()));
        }
    }

    /** Whether a type or directive with this name belongs to a linked specification. */
    boolean own(String name) {
        int separator = name.indexOf("__");
        return imported.contains(name)
                || namespaces.contains(name)
                || (separator > 0 && namespaces.contains(name.substring(0, separator)));
    }

    /** What a specification's directive is called in this supergraph. */
    String directive(String name) {
        return directives.getOrDefault(name, name);
    }

    private static String withoutSign(String name) {
        return name.startsWith("@") ? name.substring(1) : name;
    }

    private static @Nullable Value<?> value(Directive directive, String name) {
        Argument argument = directive.getArgument(name);
        return argument == null ? null : argument.getValue();
    }

    private static @Nullable Value<?> field(ObjectValue object, String name) {
        return object.getObjectFields().stream()
                .filter(field -> field.getName().equals(name))
                .map(field -> field.getValue())
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> text(@Nullable Value<?> value) {
        return value instanceof StringValue text ? Optional.ofNullable(text.getValue()) : Optional.empty();
    }
}
