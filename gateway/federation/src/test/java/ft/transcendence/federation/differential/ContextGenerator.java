package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.Model.ContextUse;
import ft.transcendence.federation.differential.Model.FieldModel;
import ft.transcendence.federation.differential.Model.Kind;
import ft.transcendence.federation.differential.Model.TypeModel;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Adds {@code @context} and {@code @fromContext}: a field of one subgraph takes a text from the nearest enclosing object of some types. No
 * other type may occur where these occur, because it is not specified which enclosing object counts for an object beside them.
 */
final class ContextGenerator {

    private final Model model;
    private final Dice dice;
    private final TypeChooser types;

    ContextGenerator(Model model, Dice dice, TypeChooser types) {
        this.model = model;
        this.dice = dice;
        this.types = types;
    }

    void addContext() {
        if (model.violatesNonNull || model.isFederation1 || !dice.percent(30)) {
            return;
        }
        int here = dice.between(0, model.subgraphs.size() - 1);
        List<TypeModel> setters = types.objects().stream()
                .filter(type -> type.isIn(here) && !isMember(type))
                .filter(type -> !texts(type, here).isEmpty())
                .limit(dice.between(1, 2))
                .toList();
        List<TypeModel> takers = types.named(Kind.ENTITY).stream()
                .filter(entity -> types.openSubgraphs(entity).contains(here))
                .toList();
        if (setters.isEmpty() || takers.isEmpty()) {
            return;
        }
        model.hasContext = true;
        String selections = setters.stream().map(type -> selection(type, here)).collect(Collectors.joining(" "));
        for (int i = 0; i < dice.between(1, 2); i++) {
            FieldModel taking = dice.oneOf(takers).add("k" + i, "String");
            taking.in(here);
            taking.contextUse = new ContextUse("from", "around", selections);
            if (dice.percent(25)) {
                types.textArguments(taking);
            }
        }
    }

    private String selection(TypeModel type, int here) {
        FieldModel text = dice.oneOf(texts(type, here));
        if (!text.uses.containsKey(here)) {
            text.in(here).isExternal = true;
        }
        type.contexts.put(here, "around");
        return "... on " + type.name + " { " + text.name + " }";
    }

    private List<FieldModel> texts(TypeModel type, int here) {
        return type.fields.values().stream()
                .filter(field -> field.type.equals("String") || field.type.equals("String!"))
                .filter(field -> field.arguments.isEmpty() && !field.hasRequirement() && !field.isFromInterfaceObject)
                .filter(field -> !field.owners().isEmpty())
                .filter(field -> !field.uses.containsKey(here) || field.owners().contains(here))
                .toList();
    }

    private boolean isMember(TypeModel type) {
        return !type.interfaces.isEmpty()
                || model.unions.values().stream()
                        .flatMap(union -> union.members.values().stream())
                        .anyMatch(members -> members.contains(type.name));
    }
}
