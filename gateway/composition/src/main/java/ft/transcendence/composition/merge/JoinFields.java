package ft.transcendence.composition.merge;

import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.subgraph.ContextSelection;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes {@code @join__field}. It is left out where it would say nothing: every subgraph of the type has the field, with one type and without
 * conditions. Gateways depend on both spellings.
 */
final class JoinFields {
    private final MergeState state;
    private final Set<String> contextual = new HashSet<>();

    JoinFields(MergeState state) {
        this.state = state;
        state.subgraphs().forEach(subgraph -> subgraph.schema().types().values().forEach(type -> type.fields()
                .values()
                .forEach(field -> {
                    if (field.arguments().values().stream().anyMatch(SubgraphFacts::isContextual)) {
                        contextual.add(field.coordinate());
                    }
                })));
    }

    void add(Sources<Field> sources, Field merged, boolean allTypesEqual, FieldOverride override) {
        boolean isNeeded = !allTypesEqual
                || override.needsJoin()
                || contextual.contains(merged.coordinate())
                || isNeededBySources(sources, merged, override);
        if (!isNeeded) {
            return;
        }
        for (Sources.Source<Field> source : sources.present()) {
            int subgraph = source.subgraph();
            if (!override.isUnusedOverridden(subgraph)
                    || override.label(subgraph).isPresent()) {
                merged.directives().add(join(source, allTypesEqual, override));
            }
        }
    }

    private boolean isNeededBySources(Sources<Field> sources, Field merged, FieldOverride override) {
        for (int subgraph : sources.subgraphs()) {
            Optional<Field> field = sources.get(subgraph).filter(found -> !override.isUnusedOverridden(subgraph));
            boolean isNeeded = field.isPresent()
                    ? state.isExternal(subgraph, field.get())
                            || field.get().has(KnownDirective.PROVIDES)
                            || field.get().has(KnownDirective.REQUIRES)
                    : state.schema(subgraph).type(merged.parent().name()).isPresent();
            if (isNeeded) {
                return true;
            }
        }
        return false;
    }

    private DirectiveUse join(Sources.Source<Field> source, boolean allTypesEqual, FieldOverride override) {
        int subgraph = source.subgraph();
        Field field = source.element();
        JoinUses join = JoinUses.of("field")
                .graph(state.graphs().of(subgraph))
                .with("requires", text(field, KnownDirective.REQUIRES, "fields"))
                .with("provides", text(field, KnownDirective.PROVIDES, "fields"));
        if (!allTypesEqual) {
            join.with("type", field.type().toString());
        }
        join.trueIf("external", state.isExternal(subgraph, field))
                .with("override", text(field, KnownDirective.OVERRIDE, "from"))
                .with("overrideLabel", override.label(subgraph))
                .trueIf("usedOverridden", override.isUsedOverridden(subgraph));
        List<Literal> contextArguments = contextArguments(subgraph, field);
        if (!contextArguments.isEmpty()) {
            join.with("contextArguments", new Literal.ListOf(contextArguments));
        }
        return join.use();
    }

    private static Optional<String> text(Field field, KnownDirective directive, String argument) {
        return field.uses(directive).reduce((first, last) -> last).flatMap(use -> use.text(argument));
    }

    private List<Literal> contextArguments(int subgraph, Field field) {
        return field.arguments().values().stream()
                .flatMap(argument -> argument
                        .use(KnownDirective.FROM_CONTEXT)
                        .flatMap(use -> use.text("field"))
                        .flatMap(ContextSelection::parse)
                        .map(selection -> contextArgument(subgraph, argument, selection))
                        .stream())
                .toList();
    }

    private Literal contextArgument(int subgraph, InputValue argument, ContextSelection selection) {
        Map<String, Literal> fields = new LinkedHashMap<>();
        fields.put("context", Literal.of(state.subgraph(subgraph).name() + "__" + selection.context()));
        fields.put("name", Literal.of(argument.name()));
        fields.put("type", Literal.of(argument.type().toString()));
        fields.put("selection", Literal.of(selection.selection()));
        return new Literal.ObjectOf(fields);
    }

    /** The joins of an input field: where subgraphs lack it or have another type. */
    void addForInput(Sources<InputValue> sources, InputValue merged, boolean allTypesEqual) {
        if (allTypesEqual && !sources.isMissingSomewhere()) {
            return;
        }
        for (Sources.Source<InputValue> source : sources.present()) {
            JoinUses join = JoinUses.of("field").graph(state.graphs().of(source.subgraph()));
            if (!allTypesEqual) {
                join.with("type", source.element().type().toString());
            }
            merged.directives().add(join.use());
        }
    }

    /** Marks a field that implementations have through an interface object only. */
    static void addForInterfaceObject(Element merged) {
        merged.directives().add(JoinUses.of("field").use());
    }
}
