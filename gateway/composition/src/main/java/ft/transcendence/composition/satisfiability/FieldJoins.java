package ft.transcendence.composition.satisfiability;

import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.subgraph.FieldSets;
import ft.transcendence.federation.supergraph.ContextArgument;
import ft.transcendence.federation.supergraph.FieldJoin;
import ft.transcendence.federation.supergraph.FieldSet;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code @join__field}: a field in each subgraph. */
final class FieldJoins {
    private final Function<DirectiveUse, Optional<String>> subgraph;

    /** @param subgraph finds the subgraph that a directive is about */
    FieldJoins(Function<DirectiveUse, Optional<String>> subgraph) {
        this.subgraph = subgraph;
    }

    /** A field without the directive is in every subgraph of its type. One without a subgraph comes from an interface object. */
    Map<String, FieldJoin> read(Field field, Set<String> subgraphsOfType) {
        Map<String, FieldJoin> joins = new LinkedHashMap<>();
        boolean isJoined = false;
        for (DirectiveUse use : field.directives()) {
            if (use.name().equals("join__field")) {
                isJoined = true;
                subgraph.apply(use).ifPresent(name -> joins.put(name, join(use, field.type())));
            }
        }
        if (!isJoined) {
            FieldJoin plain = FieldJoin.plain(field.type());
            subgraphsOfType.forEach(name -> joins.put(name, plain));
        }
        return joins;
    }

    private static FieldJoin join(DirectiveUse use, TypeRef merged) {
        if (use.arguments().size() == 1) {
            return FieldJoin.plain(merged);
        }
        Optional<String> label = use.text("overrideLabel");
        // an overridden field can only be used in keys; with a label some requests still get it from here
        boolean hasMoved = use.flag("usedOverridden").orElse(false) && label.isEmpty();
        return new FieldJoin(
                use.text("type").map(FieldJoins::type).orElse(merged),
                use.flag("external").orElse(false) || hasMoved,
                JoinedTypes.fieldSet(use, "requires"),
                JoinedTypes.fieldSet(use, "provides"),
                use.text("override"),
                label,
                contextArguments(use));
    }

    private static List<ContextArgument> contextArguments(DirectiveUse use) {
        if (!(use.argument("contextArguments").orElse(Literal.NULL) instanceof Literal.ListOf arguments)) {
            return List.of();
        }
        List<ContextArgument> read = new ArrayList<>();
        for (Literal argument : arguments.items()) {
            if (argument instanceof Literal.ObjectOf(Map<String, Literal> parts)
                    && parts.get("name") instanceof Literal.Text(String name)
                    && parts.get("type") instanceof Literal.Text(String type)
                    && parts.get("context") instanceof Literal.Text(String context)
                    && parts.get("selection") instanceof Literal.Text(String selection)) {
                read.add(new ContextArgument(
                        name, type(type), context, FieldSets.parse(selection).orElse(FieldSet.EMPTY)));
            }
        }
        return read;
    }

    private static TypeRef type(String text) {
        String written = text.strip();
        if (written.endsWith("!")) {
            return new TypeRef.NonNull(type(written.substring(0, written.length() - 1)));
        }
        return written.startsWith("[")
                ? new TypeRef.ListOf(type(written.substring(1, written.length() - 1)))
                : new TypeRef.Named(written);
    }
}
