package ft.transcendence.federation.supergraph.reader;

import ft.transcendence.federation.SupergraphException;
import ft.transcendence.federation.SupergraphException.Code;
import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.EntityKey;
import ft.transcendence.federation.supergraph.FieldJoin;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.TypeJoin;
import ft.transcendence.federation.supergraph.TypeRef;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.NullValue;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the joins of fields. */
final class FieldJoinReader {
    private final TypeReader types;

    FieldJoinReader(TypeReader types) {
        this.types = types;
    }

    /**
     * The joins of a field by subgraph. A field without a join directive is in every subgraph of its type or, in join 0.1, only in the type's owner.
     * A field whose join directive has no arguments comes from an interface object and is in no subgraph.
     */
    Map<String, FieldJoin> read(
            String typeName, FieldDefinition field, Map<String, TypeJoin> typeJoins, Optional<String> owner) {
        TypeRef type = TypeReader.typeRef(field.getType());
        List<Directive> directives =
                types.named(field.getDirectives(), "join__field").toList();
        Map<String, FieldJoin> joins = new LinkedHashMap<>();
        if (directives.isEmpty() && owner.isPresent()) {
            joins.put(owner.get(), FieldJoin.plain(type));
        } else if (directives.isEmpty()) {
            typeJoins.keySet().forEach(subgraph -> joins.put(subgraph, FieldJoin.plain(type)));
        }
        for (Directive directive : directives) {
            if (isFor(directive)) {
                joins.put(types.subgraph(directive), join(directive, typeName, type));
            }
        }
        if (owner.isPresent()) {
            addKeyFields(field, type, typeJoins, joins);
        }
        return joins;
    }

    private static boolean isFor(Directive directive) {
        return directive.getArgument("graph") != null
                && !(directive.getArgument("graph").getValue() instanceof NullValue);
    }

    private FieldJoin join(Directive directive, String typeName, TypeRef type) {
        TypeRef typeHere = Features.string(directive, "type")
                .map(text -> type(text, directive))
                .orElse(type);
        Optional<String> overrideLabel = Features.string(directive, "overrideLabel");
        // an overridden field can only be used in keys; with a label some requests still get it from here
        boolean movedAway = TypeReader.flag(directive, "usedOverridden", false) && overrideLabel.isEmpty();
        boolean external = TypeReader.flag(directive, "external", false) || movedAway;
        return new FieldJoin(
                typeHere,
                external,
                fieldSet(directive, "requires", typeName),
                fieldSet(directive, "provides", type.namedType()),
                Features.string(directive, "override"),
                overrideLabel,
                contextArguments(directive));
    }

    /** Adds the fields of a subgraph's keys, for which join 0.1 has no directives. */
    private static void addKeyFields(
            FieldDefinition field, TypeRef type, Map<String, TypeJoin> typeJoins, Map<String, FieldJoin> joins) {
        typeJoins.forEach((subgraph, typeJoin) -> {
            for (EntityKey key : typeJoin.keys()) {
                for (FieldSet.Part part : key.fields().parts()) {
                    if (part instanceof FieldSet.Field keyField
                            && keyField.name().equals(field.getName())) {
                        joins.putIfAbsent(
                                subgraph,
                                new FieldJoin(
                                        type,
                                        false,
                                        FieldSet.EMPTY,
                                        keyField.selections(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of()));
                    }
                }
            }
        });
    }

    private static List<ContextArgument> contextArguments(Directive directive) {
        if (!(AppliedDirectiveReader.arguments(directive).get("contextArguments") instanceof List<?> arguments)) {
            return List.of();
        }
        List<ContextArgument> read = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Map<?, ?> parts) {
                read.add(new ContextArgument(
                        text(parts, "name", directive),
                        type(text(parts, "type", directive), directive),
                        text(parts, "context", directive),
                        TypeReader.fieldSet(directive, text(parts, "selection", directive))));
            }
        }
        return read;
    }

    private static String text(Map<?, ?> parts, String name, Directive directive) {
        if (parts.get(name) instanceof String text) {
            return text;
        }
        throw new SupergraphException(
                Code.INVALID_JOIN, SupergraphReader.line(directive), "a context argument has no " + name);
    }

    private static TypeRef type(String text, Directive directive) {
        try {
            return TypeReader.typeRef(Parser.parseType(text));
        } catch (InvalidSyntaxException e) {
            throw new SupergraphException(
                    Code.INVALID_JOIN,
                    SupergraphReader.line(directive),
                    "@" + directive.getName() + ": not a type: \"" + text + "\"");
        }
    }

    private FieldSet fieldSet(Directive directive, String argument, String parentType) {
        return Features.string(directive, argument)
                .map(text -> types.fieldSet(directive, text, parentType))
                .orElse(FieldSet.EMPTY);
    }
}
