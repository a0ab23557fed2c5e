package ft.transcendence.testkit.stub;

import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.SchemaDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names by which a schema uses {@code @key}, which its {@code @link} to federation may change. */
record KeyNames(Set<String> names) {

    private static final Pattern NAME = Pattern.compile("\\w+");

    private static final String FEDERATION = "https://specs.apollo.dev/federation/";

    static KeyNames of(Document document) {
        Set<String> names = new HashSet<>(Set.of("key", "federation__key"));
        document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .flatMap(schema -> schema.getDirectives("link").stream())
                .filter(link -> text(link, "url").startsWith(FEDERATION))
                .forEach(link -> {
                    names.add(text(link, "as") + "__key");
                    imports(link).forEach(names::add);
                });
        return new KeyNames(Set.copyOf(names));
    }

    boolean contains(String directive) {
        return names.contains(directive);
    }

    /** The fields that a key names, in its order. */
    static Stream<String> fieldsOf(Directive key) {
        return NAME.matcher(text(key, "fields")).results().map(MatchResult::group);
    }

    /** The other names of {@code @key}, without {@code @}: {@code import: [{name: "@key", as: "@identity"}]}. */
    private static List<String> imports(Directive link) {
        return link.getArgument("import") != null && link.getArgument("import").getValue() instanceof ArrayValue imports
                ? imports.getValues().stream()
                        .filter(ObjectValue.class::isInstance)
                        .map(ObjectValue.class::cast)
                        .filter(renamed -> text(renamed, "name").equals("@key"))
                        .map(renamed -> text(renamed, "as").substring(1))
                        .toList()
                : List.of();
    }

    private static String text(Directive directive, String argument) {
        return directive.getArgument(argument) == null
                ? ""
                : text(directive.getArgument(argument).getValue());
    }

    private static String text(ObjectValue object, String field) {
        return object.getObjectFields().stream()
                .filter(member -> member.getName().equals(field))
                .map(ObjectField::getValue)
                .map(KeyNames::text)
                .findFirst()
                .orElse(" ");
    }

    private static String text(@Nullable Value<?> value) {
        return value instanceof StringValue string && string.getValue() != null ? string.getValue() : "";
    }
}
