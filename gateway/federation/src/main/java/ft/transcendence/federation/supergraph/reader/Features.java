package ft.transcendence.federation.supergraph.reader;

import ft.transcendence.federation.SupergraphException;
import ft.transcendence.federation.SupergraphException.Code;
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
 * The specifications that a supergraph links ({@code @link}, or {@code @core} in Federation 1), and the names that it uses for their directives
 * and types.
 */
final class Features {
    private static final Pattern URL = Pattern.compile(".*?/([A-Za-z_][A-Za-z0-9_-]*?)(/v(\\d+)\\.(\\d+))?/?");

    /** The names of specifications by the prefixes that the document uses for them. */
    private final Map<String, String> namespaces = new HashMap<>();
    /** The specification's names by the names that the document uses; names of directives begin with {@code @}. */
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
            String version = matcher.group(3) == null ? "" : matcher.group(3) + "." + matcher.group(4);
            boolean isOurs = Specifications.isKnown(url, name);
            requireImplemented(directive, url, name, version);
            // a foreign specification must not be mistaken for a known one of the same name
            features.namespaces.put(string(directive, "as").orElse(name), isOurs ? name : url);
            if (isOurs && name.equals("join")) {
                features.joinVersion = version;
            }
            String prefix = isOurs ? "" : url + "#";
            Argument imported = directive.getArgument("import");
            if (imported != null && imported.getValue() instanceof ArrayValue list) {
                list.getValues().forEach(value -> features.addImport(value, prefix));
            }
        }
        return features;
    }

    /** Refuses specifications for execution or security that are not implemented: responses would be wrong, or visible to the wrong people. */
    private static void requireImplemented(Directive link, String url, String name, String version) {
        String purpose = string(link, "for").orElse("");
        boolean mayBeIgnored = !purpose.equals("EXECUTION") && !purpose.equals("SECURITY");
        boolean isJoin = Specifications.isKnown(url, name) && name.equals("join");
        if ((isJoin || !mayBeIgnored) && !Specifications.isImplemented(url, name, version)) {
            throw new SupergraphException(
                    Code.UNSUPPORTED_FEATURE,
                    SupergraphReader.line(link),
                    "the supergraph needs " + url + (purpose.isEmpty() ? "" : " for " + purpose)
                            + ", which this engine does not implement");
        }
    }

    private void addImport(Value<?> value, String prefix) {
        if (value instanceof StringValue name) {
            imports.put(name.getValue(), original(String.valueOf(name.getValue()), prefix));
        }
        if (value instanceof ObjectValue object) {
            Map<String, String> fields = new HashMap<>();
            for (ObjectField field : object.getObjectFields()) {
                if (field.getValue() instanceof StringValue text) {
                    fields.put(field.getName(), text.getValue());
                }
            }
            String name = fields.getOrDefault("name", "");
            imports.put(fields.getOrDefault("as", name), original(name, prefix));
        }
    }

    private static String original(String name, String prefix) {
        return name.startsWith("@") ? "@" + prefix + name.substring(1) : prefix + name;
    }

    /** The version of the join specification, for example {@code 0.3}; empty if the document does not link it. */
    String joinVersion() {
        return joinVersion;
    }

    /** The specification's name of a directive: {@code join__type}, {@code inaccessible}, … */
    String directive(String name) {
        String imported = imports.get("@" + name);
        if (imported != null) {
            return imported.substring(1);
        }
        String feature = namespaces.get(name);
        return feature != null ? feature : namespaced(name).orElse(name);
    }

    /** Whether it is a directive or type of a specification, which clients do not see. */
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
