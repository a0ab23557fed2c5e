package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.Model.FieldModel;
import ft.transcendence.federation.differential.Model.KeyModel;
import ft.transcendence.federation.differential.Model.Kind;
import ft.transcendence.federation.differential.Model.TypeModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Chooses types and names for fields, and adds types to the subgraphs that use them. */
final class TypeChooser {

    private static final List<String> LEAVES =
            List.of("String", "Int", "Boolean", "Float", "ID", "Color", "Shade", "Blob");

    private final Model model;
    private final Dice dice;
    private int names;

    TypeChooser(Model model, Dice dice) {
        this.model = model;
        this.dice = dice;
    }

    int anySubgraph() {
        return dice.between(0, model.subgraphs.size() - 1);
    }

    /** A field name that no other field has. */
    String nextName(String prefix) {
        return prefix + names++;
    }

    String scalar() {
        return dice.percent(50) ? "String" : dice.oneOf(LEAVES);
    }

    boolean isLeaf(String type) {
        return LEAVES.contains(type);
    }

    /** The type in a random wrapping of lists and non-nulls; abstract types stay nullable, as there may be no object for them. */
    String wrapped(String type) {
        boolean isAbstract = model.unions.containsKey(type)
                || model.types.containsKey(type) && model.type(type).kind == Kind.INTERFACE;
        if (isAbstract) {
            return dice.oneOf("%s", "[%s]", "[%s]!").formatted(type);
        }
        return dice.oneOf("%s", "%s", "%s", "%s!", "[%s]", "[%s!]", "[%s!]!", "[[%s]]")
                .formatted(type);
    }

    /** Any type that can be in all these subgraphs. */
    String anyType(Collection<Integer> subgraphs) {
        if (dice.percent(45)) {
            return scalar();
        }
        List<String> candidates = new ArrayList<>();
        for (TypeModel type : model.types.values()) {
            boolean isThere = subgraphs.stream().allMatch(s -> canEnsure(type.name, s));
            if (isThere && type.kind != Kind.SPLIT_VALUE) {
                candidates.add(type.name);
                if (type.kind != Kind.VALUE) {
                    candidates.add(type.name);
                }
            }
        }
        model.unions.values().stream()
                .filter(union -> union.members.keySet().containsAll(subgraphs))
                .forEach(union -> candidates.addAll(List.of(union.name, union.name)));
        return candidates.isEmpty() ? scalar() : dice.oneOf(candidates);
    }

    List<TypeModel> named(Kind kind) {
        return model.types.values().stream().filter(type -> type.kind == kind).toList();
    }

    /** Object types that can be members of interfaces and unions. */
    List<TypeModel> objects() {
        return model.types.values().stream()
                .filter(type -> type.kind == Kind.ENTITY || type.kind == Kind.VALUE)
                .toList();
    }

    /** One to three of the types that can be in the subgraph. */
    List<TypeModel> some(List<TypeModel> among, int subgraph) {
        List<TypeModel> left = new ArrayList<>(
                among.stream().filter(type -> canEnsure(type.name, subgraph)).toList());
        List<TypeModel> chosen = new ArrayList<>();
        int count = dice.between(1, 3);
        while (chosen.size() < count && !left.isEmpty()) {
            TypeModel next = dice.oneOf(left);
            left.remove(next);
            chosen.add(next);
        }
        return chosen;
    }

    boolean canEnsure(String type, int subgraph) {
        return canEnsure(type, subgraph, new TreeSet<>());
    }

    private boolean canEnsure(String type, int subgraph, Set<String> visited) {
        if (isLeaf(type) || !visited.add(type)) {
            return true;
        }
        TypeModel known = model.type(type);
        if (known.isIn(subgraph)) {
            return true;
        }
        return switch (known.kind) {
            case ENTITY -> !known.forbidden.contains(subgraph);
            case VALUE ->
                known.fields.values().stream().allMatch(field -> canEnsure(field.namedType(), subgraph, visited));
            case ROOT, SPLIT_VALUE, INTERFACE -> false;
        };
    }

    /** Adds the type to the subgraph: an entity with its first key, a value type with all its fields. */
    void ensure(String type, int subgraph) {
        if (isLeaf(type) || model.unions.containsKey(type) || model.type(type).isIn(subgraph)) {
            return;
        }
        TypeModel known = model.type(type);
        switch (known.kind) {
            case ENTITY -> {
                addEntity(known, subgraph, List.of(known.keys.getFirst()));
                if (!model.isFederation1 && dice.percent(40)) {
                    known.stubs.add(subgraph);
                }
            }
            case VALUE -> {
                known.subgraphs.add(subgraph);
                known.fields.values().forEach(field -> {
                    field.in(subgraph);
                    ensure(field.namedType(), subgraph);
                });
            }
            case ROOT, SPLIT_VALUE, INTERFACE -> throw new IllegalStateException(type + " is not in " + subgraph);
        }
    }

    void addEntity(TypeModel entity, int subgraph, Collection<KeyModel> keys) {
        entity.subgraphs.add(subgraph);
        keys.forEach(key -> declareKey(entity, key, subgraph));
    }

    void declareKey(TypeModel entity, KeyModel key, int subgraph) {
        key.subgraphs.add(subgraph);
        key.unresolvableIn.remove(subgraph);
        for (String name : key.topFields) {
            FieldModel field = entity.field(name);
            field.in(subgraph).isExternal = false;
            ensure(field.namedType(), subgraph);
        }
    }

    /** The subgraphs that may have fields of the entity beyond its key. */
    List<Integer> openSubgraphs(TypeModel type) {
        return type.subgraphs.stream().filter(s -> !type.stubs.contains(s)).toList();
    }

    /** Makes the subgraph able to look the entity up. */
    void open(TypeModel type, int subgraph) {
        type.stubs.remove(subgraph);
    }

    /** Arguments for a text field, whose value contains them. */
    void textArguments(FieldModel field) {
        field.arguments.put("tag", dice.oneOf("String", "String = \"d\""));
        if (dice.percent(40)) {
            field.arguments.put("on", "Boolean!");
        }
        if (dice.percent(30)) {
            field.arguments.put("color", dice.oneOf("Color", "Color = GREEN"));
        }
        if (dice.percent(30)) {
            field.arguments.put("at", dice.oneOf("Point", "Point = { x: 1, y: 9 }"));
        }
        if (dice.percent(20)) {
            field.arguments.put("ids", dice.oneOf("[ID!]", "[ID!] = [\"d\"]"));
        }
        if (!model.isFederation1 && dice.percent(15)) {
            field.arguments.put("hiddenMode", "Int = 7");
        }
    }

    /** Declares the first key in every subgraph if the entity could not otherwise be followed from one of its subgraphs into another. */
    void connectKeys() {
        for (TypeModel entity : named(Kind.ENTITY)) {
            boolean isConnected = entity.subgraphs.stream()
                    .map(start -> reachable(entity, start))
                    .allMatch(
                            reached -> reached.containsAll(openSubgraphs(entity)) && hasAllKeyFields(entity, reached));
            if (!isConnected) {
                List.copyOf(entity.subgraphs).forEach(s -> declareKey(entity, entity.keys.getFirst(), s));
            }
        }
    }

    /** Whether a key's field is known only to subgraphs that cannot be reached. */
    private static boolean hasAllKeyFields(TypeModel entity, SortedSet<Integer> subgraphs) {
        return entity.fields.values().stream()
                .filter(field -> field.isKey && !field.owners().isEmpty())
                .allMatch(field -> field.owners().stream().anyMatch(subgraphs::contains));
    }

    private SortedSet<Integer> reachable(TypeModel entity, int start) {
        SortedSet<Integer> reached = new TreeSet<>(List.of(start));
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (KeyModel key : entity.keys) {
                boolean hasKey = key.topFields.stream()
                        .allMatch(field -> entity.field(field).owners().stream().anyMatch(reached::contains));
                for (int to : key.subgraphs) {
                    isGrowing |= hasKey && entity.isResolvable(key, to) && reached.add(to);
                }
            }
        }
        return reached;
    }
}
