package ft.transcendence.federation.supergraph;

import ft.transcendence.federation.plan.selection.Argument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The arguments with which keys, requirements and provided selections of a supergraph select fields. A plan compares them with those of the
 * client's operation: where both are equal, one value serves both.
 */
public final class SchemaLiterals {

    /** By field and argument: the values in GraphQL notation. */
    private final Map<String, Set<String>> values = new HashMap<>();

    private SchemaLiterals() {}

    /** All of a supergraph. */
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

    /** Whether the schema itself gives the argument of a field of this name the same value somewhere. */
    public boolean contains(graphql.language.Field field, graphql.language.Argument argument) {
        Set<String> known = values.get(key(field.getName(), argument.getName()));
        return known != null
                && known.contains(FieldSetParser.value(argument.getValue()).toString());
    }
}
