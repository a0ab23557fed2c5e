package ft.transcendence.federation.supergraph;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The specifications a supergraph says it uses ({@code @link}, or {@code @core} in Federation 1), and the names under
 * which it uses their directives and types.
 */
final class Features {
    private static final Pattern URL = Pattern.compile(".*?/([A-Za-z_][A-Za-z0-9_-]*?)(/v(\\d+)\\.(\\d+))?/?");

    /** By the prefix used in the document, the specification's own name. */
    private final Map<String, String> namespaces = new HashMap<>();
    /** By the name used in the document ({@code @} kept for directives), the specification's own. */
    private final Map<String, String> imports = new HashMap<>();

    private String joinVersion = "";

    static Features of(List<Directive> schemaDirectives) {
        Features features = new Features();
        for (Directive directive : schemaDirectives) {
            String url = string(directive, "url")
                    .or(() -> string(directive, "feature"))
                    .orElse("");
            Matcher matcher = URL.matcher(url);
            if (!matcher.matches()) {
                continue;
            }
            String name = matcher.group(1);
            features.namespaces.put(string(directive, "as").orElse(name), name);
            if (name.equals("join")) {
                features.joinVersion = matcher.group(3) + "." + matcher.group(4);
            }
            Argument imported = directive.getArgument("import");
            if (imported != null && imported.getValue() instanceof ArrayValue list) {
                list.getValues().forEach(features::addImport);
            }
        }
        return features;
    }

    private void addImport(Value<?> value) {
        if (value instanceof StringValue name) {
            imports.put(name.getValue(), name.getValue());
        }
        if (value instanceof ObjectValue object) {
            Map<String, String> fields = new HashMap<>();
            for (ObjectField field : object.getObjectFields()) {
                if (field.getValue() instanceof StringValue text) {
                    fields.put(field.getName(), text.getValue());
                }
            }
            String name = fields.getOrDefault("name", "");
            imports.put(fields.getOrDefault("as", name), name);
        }
    }

    /** The join specification's version, for example {@code 0.3}; empty when the document does not link it. */
    String joinVersion() {
        return joinVersion;
    }

    /** The specification's own name of a directive: {@code join__type}, {@code inaccessible}, … */
    String directive(String name) {
        String imported = imports.get("@" + name);
        if (imported != null) {
            return imported.substring(1);
        }
        String feature = namespaces.get(name);
        return feature != null ? feature : namespaced(name).orElse(name);
    }

    /** True for a directive or type that a specification brings with it and clients never see. */
    boolean isMachinery(String name, boolean directive) {
        return imports.containsKey(directive ? "@" + name : name)
                || directive && namespaces.containsKey(name)
                || namespaced(name).isPresent();
    }

    private Optional<String> namespaced(String name) {
        int split = name.indexOf("__");
        if (split <= 0) {
            return Optional.empty();
        }
        String feature = namespaces.get(name.substring(0, split));
        return feature == null ? Optional.empty() : Optional.of(feature + name.substring(split));
    }

    /** A string or enum argument of a directive. */
    static Optional<String> string(Directive directive, String argument) {
        Argument found = directive.getArgument(argument);
        if (found == null) {
            return Optional.empty();
        }
        return switch (found.getValue()) {
            case StringValue text -> Optional.ofNullable(text.getValue());
            case EnumValue value -> Optional.of(value.getName());
            default -> Optional.empty();
        };
    }
}
