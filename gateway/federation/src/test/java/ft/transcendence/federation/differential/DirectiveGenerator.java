package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.Model.FieldModel;
import ft.transcendence.federation.differential.Model.Kind;
import ft.transcendence.federation.differential.Model.TypeModel;
import ft.transcendence.federation.differential.Model.UnionModel;
import ft.transcendence.federation.differential.Model.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Adds {@code @requires}, {@code @provides} and {@code @override}. */
final class DirectiveGenerator {

    private final Model model;
    private final Dice dice;
    private final TypeChooser types;
    private int names;

    DirectiveGenerator(Model model, Dice dice, TypeChooser types) {
        this.model = model;
        this.dice = dice;
        this.types = types;
    }

    void addDirectives() {
        for (TypeModel entity : types.named(Kind.ENTITY)) {
            int requirements = model.violatesNonNull ? 0 : dice.oneOf(0, 1, 2, 2, 4);
            for (int i = 0; i < requirements; i++) {
                requirement(entity);
            }
        }
        for (TypeModel entity : types.named(Kind.ENTITY)) {
            List.copyOf(entity.fields.values()).stream()
                    .filter(field -> dice.percent(30))
                    .forEach(this::provision);
        }
        for (TypeModel entity : types.named(Kind.ENTITY)) {
            List.copyOf(entity.fields.values()).stream()
                    .filter(field -> !model.isFederation1 && dice.percent(12))
                    .forEach(field -> override(entity, field));
        }
    }

    // ------------------------------------------------------------------ @requires

    private void requirement(TypeModel entity) {
        List<Integer> open = types.openSubgraphs(entity);
        if (open.isEmpty()) {
            return;
        }
        int here = dice.oneOf(open);
        List<FieldModel> elsewhere = entity.fields.values().stream()
                .filter(field -> !field.isKey && !field.isFromInterfaceObject)
                .filter(field ->
                        !field.owners().contains(here) && !field.owners().isEmpty())
                .toList();
        if (elsewhere.isEmpty()) {
            return;
        }
        Set<String> fieldSet = new LinkedHashSet<>();
        Set<FieldModel> required = new LinkedHashSet<>();
        int count = dice.between(1, 2);
        for (int i = 0; i < count; i++) {
            FieldModel field = dice.oneOf(elsewhere);
            if (required.add(field)) {
                requiredText(field, here, 0).ifPresent(text -> {
                    field.in(here).isExternal = true;
                    fieldSet.add(text);
                });
            }
        }
        if (fieldSet.isEmpty()) {
            return;
        }
        String type = dice.percent(75) ? "String" : dice.oneOf(types.named(Kind.ENTITY)).name;
        if (!types.canEnsure(type, here)) {
            type = "String";
        }
        types.ensure(type, here);
        FieldModel requiring = entity.add("r" + names++, type);
        requiring.in(here).requires = String.join(" ", fieldSet);
        if (type.equals("String") && dice.percent(20)) {
            types.textArguments(requiring);
        }
    }

    /** The field as part of a field set; empty if it cannot be one there. What it selects becomes known to the subgraph. */
    private Optional<String> requiredText(FieldModel field, int here, int depth) {
        String head = field.name + literals(field);
        String type = field.namedType();
        if (types.isLeaf(type)) {
            return Optional.of(head);
        }
        if (model.unions.containsKey(type)) {
            return fragments(model.possibleTypes(type, here), here).map(selections -> head + " { " + selections + " }");
        }
        TypeModel known = model.type(type);
        return switch (known.kind) {
            case VALUE, ENTITY -> {
                if (!types.canEnsure(type, here)) {
                    yield Optional.empty();
                }
                types.ensure(type, here);
                yield selections(known, here, depth).map(selections -> head + " { " + selections + " }");
            }
            case INTERFACE ->
                known.interfaceObjectIn.isEmpty()
                        ? fragments(model.possibleTypes(type, here), here)
                                .map(selections -> head + " { " + commonLeaf(known, here) + selections + " }")
                        : Optional.empty();
            case ROOT, SPLIT_VALUE -> Optional.empty();
        };
    }

    private String commonLeaf(TypeModel abstractType, int here) {
        return abstractType.fields.values().stream()
                .filter(field -> field.uses.containsKey(here) && types.isLeaf(field.namedType()) && dice.percent(50))
                .map(field -> field.name + " ")
                .findFirst()
                .orElse("");
    }

    private Optional<String> fragments(Set<String> members, int here) {
        List<String> fragments = new ArrayList<>();
        for (String member : members) {
            selections(model.type(member), here, 1)
                    .ifPresent(selections -> fragments.add("... on " + member + " { " + selections + " }"));
        }
        return fragments.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", fragments));
    }

    /** One or two fields of the type, one of which may have nested selections. */
    private Optional<String> selections(TypeModel type, int here, int depth) {
        Set<String> selections = new LinkedHashSet<>();
        leaf(type, here).ifPresent(selections::add);
        if (dice.percent(30)) {
            leaf(type, here).filter(leaf -> !selections.contains(leaf)).ifPresent(selections::add);
        }
        if (depth < 2 && dice.percent(30)) {
            composite(type, here, depth).ifPresent(selections::add);
        }
        Set<String> names = new LinkedHashSet<>();
        // a field set cannot select one field twice with different arguments
        selections.removeIf(text -> !names.add(text.split("\\W", 2)[0]));
        return selections.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", selections));
    }

    private Optional<String> composite(TypeModel type, int here, int depth) {
        List<FieldModel> candidates = type.fields.values().stream()
                .filter(field -> !types.isLeaf(field.namedType()) && !field.isKey && !field.isFromInterfaceObject)
                .filter(field -> !field.hasRequirement() && !field.owners().isEmpty())
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        FieldModel field = dice.oneOf(candidates);
        Optional<String> text = requiredText(field, here, depth + 1);
        if (text.isPresent() && !field.uses.containsKey(here)) {
            field.in(here).isExternal = true;
        }
        return text;
    }

    /** A leaf field of the type, declared external in the subgraph if the subgraph does not have it. */
    private Optional<String> leaf(TypeModel type, int here) {
        List<FieldModel> leaves = type.fields.values().stream()
                .filter(field -> types.isLeaf(field.namedType()) && !field.isFromInterfaceObject)
                .filter(field -> !field.owners().isEmpty())
                .toList();
        if (leaves.isEmpty()) {
            return Optional.empty();
        }
        FieldModel leaf = dice.oneOf(leaves);
        if (!leaf.uses.containsKey(here)) {
            leaf.in(here).isExternal = true;
        }
        return Optional.of(leaf.name + literals(leaf));
    }

    /** Literal arguments: all required ones, and some of the others. */
    private String literals(FieldModel field) {
        String text = field.arguments.entrySet().stream()
                .filter(argument -> argument.getValue().endsWith("!") || dice.percent(40))
                .filter(argument -> !argument.getKey().startsWith("hidden"))
                .map(argument -> argument.getKey() + ": " + literal(argument.getKey()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : "(" + text + ")";
    }

    private String literal(String argument) {
        return switch (argument) {
            case "tag" -> dice.oneOf("\"t1\"", "\"t2\"", "null");
            case "on" -> dice.oneOf("true", "false");
            case "color" -> dice.oneOf("RED", "BLUE");
            case "at" -> dice.oneOf("{ x: 1, y: 2 }", "{ x: 2, y: 3 }");
            case "ids" -> dice.oneOf("[\"a\", \"b\"]", "[]");
            default -> String.valueOf(dice.between(1, 3));
        };
    }

    // ------------------------------------------------------------------ @provides

    private void provision(FieldModel field) {
        for (int here : field.owners()) {
            Use use = field.in(here);
            if (use.requires == null && use.provides == null && dice.percent(60)) {
                provided(field.namedType(), here).ifPresent(fieldSet -> use.provides = fieldSet);
            }
        }
    }

    private Optional<String> provided(String type, int here) {
        if (types.isLeaf(type)) {
            return Optional.empty();
        }
        if (!model.unions.containsKey(type) && model.type(type).kind == Kind.ENTITY) {
            return providedField(model.type(type), here);
        }
        UnionModel union = model.unions.get(type);
        boolean isInterface = union == null
                && model.type(type).kind == Kind.INTERFACE
                && model.type(type).interfaceObjectIn.isEmpty();
        if (union == null && !isInterface) {
            return Optional.empty();
        }
        List<String> fragments = new ArrayList<>();
        for (String member : model.possibleTypes(type, here)) {
            TypeModel object = model.type(member);
            if (object.kind == Kind.ENTITY) {
                providedField(object, here).ifPresent(text -> fragments.add("... on " + member + " { " + text + " }"));
            }
        }
        return fragments.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", fragments));
    }

    private Optional<String> providedField(TypeModel entity, int here) {
        List<FieldModel> candidates = entity.fields.values().stream()
                .filter(field -> !field.isKey && !field.isFromInterfaceObject && !field.hasRequirement())
                .filter(field -> field.arguments.isEmpty()
                        && !field.owners().contains(here)
                        && !field.owners().isEmpty())
                .filter(field -> types.isLeaf(field.namedType()) || isPlainValue(field.namedType(), here))
                .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        FieldModel field = dice.oneOf(candidates);
        field.in(here).isExternal = true;
        String type = field.namedType();
        if (types.isLeaf(type)) {
            return Optional.of(field.name);
        }
        types.ensure(type, here);
        String leaves = model.type(type).fields.values().stream()
                .filter(leaf -> types.isLeaf(leaf.namedType()))
                .map(leaf -> leaf.name)
                .collect(Collectors.joining(" "));
        return Optional.of(field.name + " { " + leaves + " }");
    }

    private boolean isPlainValue(String type, int here) {
        return model.types.containsKey(type)
                && model.type(type).kind == Kind.VALUE
                && types.canEnsure(type, here)
                && model.type(type).fields.values().stream().anyMatch(field -> types.isLeaf(field.namedType()));
    }

    // ------------------------------------------------------------------ @override

    private void override(TypeModel entity, FieldModel field) {
        List<Integer> owners = field.owners();
        if (owners.size() != 1 || field.isKey || field.hasRequirement() || field.isFromInterfaceObject) {
            return;
        }
        int from = owners.getFirst();
        if (field.in(from).provides != null) {
            return;
        }
        if (dice.percent(20)) {
            field.in(from).overrideFrom = "nobody";
            return;
        }
        boolean isAbstract = !types.isLeaf(field.namedType())
                && (model.unions.containsKey(field.namedType())
                        || model.type(field.namedType()).kind == Kind.INTERFACE);
        if (isAbstract) {
            return;
        }
        List<Integer> targets = types.openSubgraphs(entity).stream()
                .filter(target -> !field.uses.containsKey(target) && types.canEnsure(field.namedType(), target))
                .toList();
        if (targets.isEmpty()) {
            return;
        }
        int target = dice.oneOf(targets);
        types.ensure(field.namedType(), target);
        Use use = field.in(target);
        use.overrideFrom = model.subgraphs.get(from);
        if (dice.percent(30)) {
            use.overrideLabel = "percent(50)";
            return;
        }
        field.in(from).isOverridden = true;
        field.in(from).isUsedOverridden = entity.interfaces.entrySet().stream()
                .anyMatch(implemented -> implemented.getValue().contains(from)
                        && model.type(implemented.getKey()).hasIn(field.name, from));
    }
}
