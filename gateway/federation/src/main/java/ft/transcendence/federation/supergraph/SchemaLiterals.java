package ft.transcendence.federation.supergraph;

import ft.transcendence.federation.plan.selection.Argument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The literal arguments in the keys, requirements and provided selections of a supergraph. A plan compares them with the arguments of the client's
 * operation: if they are equal, the field is fetched once for both.
 */
public final class SchemaLiterals {

    /** The values in GraphQL notation, by field and argument. */
    private final Map<String, Set<String>> values = new HashMap<>();

    private SchemaLiterals() {}

    /** The literals of a supergraph. */
    public static SchemaLiterals of(Supergraph supergraph) {
        SchemaLiterals literals = new SchemaLiterals();
        for (SupergraphType type : supergraph.types().values()) {
            type.joins().values().stream()
                    .flatMap(join -> join.keys().stream())
                    .forEach(key -> literals.add(key.fields()));
            for (SupergraphField field : type.fields().values()) {
                for (FieldJoin join : field.joins().values()) {
                    literals.add(join.requires());
                    literals.add(join.provides());
                    join.contextArguments().forEach(argument -> literals.add(argument.selection()));
                }
            }
        }
        return literals;
    }

    private void add(FieldSet fields) {
        for (FieldSet.Part part : fields.parts()) {
            switch (part) {
                case FieldSet.Fragment fragment -> add(fragment.selections());
                case FieldSet.Field field -> {
                    for (Argument argument : field.arguments()) {
                        values.computeIfAbsent(key(field.name(), argument.name()), ignored -> new HashSet<>())
                                .add(argument.value().toString());
                    }
                    add(field.selections());
                }
            }
        }
    }

    private static String key(String field, String argument) {
        return field + ' ' + argument;
    }

    /** Whether the schema uses the same value for this argument of a field of this name. */
    public boolean contains(graphql.language.Field field, graphql.language.Argument argument) {
        Set<String> known = values.get(key(field.getName(), argument.getName()));
        return known != null
                && known.contains(FieldSetParser.value(argument.getValue()).toString());
    }
}
