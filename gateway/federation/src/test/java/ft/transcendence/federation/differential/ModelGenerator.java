package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.Model.FieldModel;
import ft.transcendence.federation.differential.Model.KeyModel;
import ft.transcendence.federation.differential.Model.Kind;
import ft.transcendence.federation.differential.Model.TypeModel;
import ft.transcendence.federation.differential.Model.UnionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Generates supergraphs that composition would accept: every field can be reached from wherever its type can occur. That holds by construction:
 * whatever refers to a type adds the type to the referring subgraph, and in the end the keys of each entity are completed so that they connect
 * all its subgraphs.
 */
final class ModelGenerator {

    private final Dice dice;
    private final Model model = new Model();
    private final TypeChooser types;

    private ModelGenerator(Dice dice) {
        this.dice = dice;
        this.types = new TypeChooser(model, dice);
    }

    static Model generate(Dice dice) {
        ModelGenerator generator = new ModelGenerator(dice);
        generator.subgraphs();
        generator.entities();
        generator.values();
        if (generator.model.isFederation1) {
            generator.unionEverywhere();
        } else {
            InterfaceGenerator interfaces = new InterfaceGenerator(generator.model, dice, generator.types);
            interfaces.addInterfaces();
            interfaces.addInterfaceObject();
            generator.unions();
        }
        generator.fields();
        if (!generator.model.isFederation1) {
            generator.splitValue();
        }
        new DirectiveGenerator(generator.model, dice, generator.types).addDirectives();
        new ContextGenerator(generator.model, dice, generator.types).addContext();
        generator.roots();
        generator.types.connectKeys();
        generator.dropUndeclared();
        if (!generator.model.isFederation1) {
            generator.inaccessible();
        }
        return generator.model;
    }

    private void subgraphs() {
        List<String> all = List.of("alpha", "beta", "gamma", "delta");
        model.subgraphs.addAll(all.subList(0, dice.between(2, 4)));
        model.enumValues.addAll(List.of("RED", "GREEN", "BLUE"));
        for (int s = 0; s < model.subgraphs.size(); s++) {
            model.shades.put(s, dice.oneOf(List.of("DARK", "LIGHT"), List.of("LIGHT", "PALE"), List.of("LIGHT")));
        }
        model.violatesNonNull = dice.percent(25);
        model.isFederation1 = dice.percent(15);
        if (!model.isFederation1 && dice.percent(25)) {
            model.enumValues.add("SECRET");
            model.hasInaccessibleEnumValue = true;
        }
    }

    private void entities() {
        int count = dice.between(2, 4);
        for (int i = 0; i < count; i++) {
            TypeModel entity = new TypeModel("Entity" + i, Kind.ENTITY);
            model.types.put(entity.name, entity);
            keys(entity);
            for (int s = 0; s < model.subgraphs.size(); s++) {
                if (dice.percent(65)) {
                    List<KeyModel> chosen = chosenKeys(entity);
                    types.addEntity(entity, s, chosen);
                    if (!model.isFederation1 && chosen.size() > 1 && dice.percent(25)) {
                        dice.oneOf(chosen).unresolvableIn.add(s);
                    }
                }
            }
            if (entity.subgraphs.isEmpty() || model.isFederation1) {
                types.addEntity(entity, entity.subgraphs.isEmpty() ? 0 : entity.subgraphs.first(), entity.keys);
            }
        }
    }

    private void keys(TypeModel entity) {
        entity.add("id", "ID!").isKey = true;
        entity.keys.add(new KeyModel("id", List.of("id")));
        if (dice.percent(35)) {
            entity.add("sku", "String!").isKey = true;
            entity.add("region", "Int!").isKey = true;
            entity.keys.add(new KeyModel("sku region", List.of("sku", "region")));
            if (dice.percent(30)) {
                entity.keys.add(new KeyModel("id region", List.of("id", "region")));
            }
        }
        if (dice.percent(30)) {
            TypeModel org = new TypeModel("Org" + entity.name, Kind.VALUE);
            org.add("code", "ID!");
            org.add("zone", "String!");
            model.types.put(org.name, org);
            entity.add("org", org.name + "!").isKey = true;
            entity.keys.add(new KeyModel("org { code zone }", List.of("org")));
            if (dice.percent(30)) {
                entity.keys.add(new KeyModel("id org { code }", List.of("id", "org")));
            }
        }
        if (dice.percent(20)) {
            // the first key need not be the simple one
            entity.keys.addFirst(entity.keys.removeLast());
        }
    }

    private List<KeyModel> chosenKeys(TypeModel entity) {
        List<KeyModel> chosen = new ArrayList<>();
        for (KeyModel key : entity.keys) {
            if (dice.percent(60)) {
                chosen.add(key);
            }
        }
        return chosen.isEmpty() ? List.of(dice.oneOf(entity.keys)) : chosen;
    }

    private void values() {
        int count = dice.between(1, 2);
        for (int i = 0; i < count; i++) {
            TypeModel value = new TypeModel("Value" + i, Kind.VALUE);
            model.types.put(value.name, value);
            int fields = dice.between(1, 3);
            for (int f = 0; f < fields; f++) {
                boolean isReference = dice.percent(20);
                String type = isReference ? dice.oneOf(types.named(Kind.ENTITY)).name : types.scalar();
                value.add(types.nextName("v"), types.wrapped(type));
            }
            if (i == 1 && dice.percent(40)) {
                value.add(types.nextName("v"), types.wrapped("Value0"));
            }
        }
    }

    /** Federation 1 has one definition of a union, which all subgraphs share. */
    private void unionEverywhere() {
        UnionModel union = new UnionModel("Union0");
        List<TypeModel> members = types.objects().stream()
                .filter(type -> model.subgraphs.stream()
                        .allMatch(subgraph -> types.canEnsure(type.name, model.subgraphs.indexOf(subgraph))))
                .limit(dice.between(1, 3))
                .toList();
        for (int s = 0; s < model.subgraphs.size(); s++) {
            SortedSet<String> names = new TreeSet<>();
            for (TypeModel member : members) {
                types.ensure(member.name, s);
                names.add(member.name);
            }
            union.members.put(s, names);
        }
        if (!members.isEmpty()) {
            model.unions.put(union.name, union);
        }
    }

    private void unions() {
        int count = dice.between(0, 2);
        for (int i = 0; i < count; i++) {
            UnionModel union = new UnionModel("Union" + i);
            for (int s = 0; s < model.subgraphs.size(); s++) {
                if (!dice.percent(50)) {
                    continue;
                }
                List<TypeModel> members = types.some(types.objects(), s);
                SortedSet<String> names = new TreeSet<>();
                for (TypeModel member : members) {
                    types.ensure(member.name, s);
                    names.add(member.name);
                }
                if (!names.isEmpty()) {
                    union.members.put(s, names);
                }
            }
            if (!union.members.isEmpty()) {
                model.unions.put(union.name, union);
            }
        }
    }

    private void fields() {
        for (TypeModel entity : types.named(Kind.ENTITY)) {
            int count = dice.between(2, 5);
            for (int i = 0; i < count; i++) {
                List<Integer> open = types.openSubgraphs(entity);
                if (open.isEmpty()) {
                    types.open(entity, entity.subgraphs.first());
                    open = types.openSubgraphs(entity);
                }
                SortedSet<Integer> owners = new TreeSet<>(List.of(dice.oneOf(open)));
                if (dice.percent(25)) {
                    owners.add(dice.oneOf(open));
                }
                field(entity, owners, types.nextName("f"));
            }
        }
    }

    private FieldModel field(TypeModel parent, SortedSet<Integer> candidates, String name) {
        SortedSet<Integer> owners = model.isFederation1 ? new TreeSet<>(List.of(candidates.first())) : candidates;
        String type = types.anyType(owners);
        FieldModel field = parent.add(name, types.wrapped(type));
        owners.forEach(owner -> {
            types.ensure(type, owner);
            field.in(owner);
        });
        if (types.isLeaf(type) && owners.size() > 1 && dice.percent(40) && !field.type.endsWith("!")) {
            field.in(owners.first()).type = field.type + "!";
        }
        if (field.type.equals("String") && dice.percent(35)) {
            types.textArguments(field);
        }
        if (field.type.startsWith("[") && dice.percent(30)) {
            field.arguments.put("limit", dice.percent(50) ? "Int = 2" : "Int");
        }
        return field;
    }

    /** Fields below a shared field, distributed over subgraphs without an entity in between. */
    private void splitValue() {
        if (dice.percent(60)) {
            return;
        }
        List<TypeModel> candidates = types.named(Kind.ENTITY).stream()
                .filter(entity -> types.openSubgraphs(entity).size() > 1)
                .toList();
        if (candidates.isEmpty()) {
            return;
        }
        TypeModel parent = dice.oneOf(candidates);
        List<Integer> where = types.openSubgraphs(parent).subList(0, 2);
        TypeModel split = new TypeModel("Split", Kind.SPLIT_VALUE);
        model.types.put(split.name, split);
        split.subgraphs.addAll(where);
        split.add(types.nextName("s"), types.scalar()).in(where.get(0));
        split.add(types.nextName("s"), types.scalar()).in(where.get(1));
        FieldModel both = split.add(types.nextName("s"), types.scalar());
        where.forEach(both::in);
        FieldModel field = parent.add(types.nextName("f"), dice.oneOf("Split", "[Split]", "Split!"));
        where.forEach(field::in);
    }

    private void roots() {
        for (int s = 0; s < model.subgraphs.size(); s++) {
            int count = dice.between(1, 3);
            for (int i = 0; i < count; i++) {
                SortedSet<Integer> owners = new TreeSet<>(List.of(s));
                if (dice.percent(20)) {
                    owners.add(types.anySubgraph());
                }
                field(model.query, owners, types.nextName("q"));
            }
        }
        if (model.types.containsKey("Split") && dice.percent(50)) {
            FieldModel field = model.query.add(types.nextName("q"), "Split");
            model.type("Split").subgraphs.forEach(field::in);
        }
        if (!model.isFederation1 && dice.percent(30)) {
            queryBelow();
        }
        if (dice.percent(40)) {
            for (int i = 0; i < dice.between(2, 4); i++) {
                SortedSet<Integer> owners = new TreeSet<>(List.of(types.anySubgraph()));
                if (dice.percent(20)) {
                    owners.add(types.anySubgraph());
                }
                FieldModel field = field(model.mutation, owners, types.nextName("m"));
                if (!List.of("Color", "Shade").contains(field.namedType())) {
                    field.arguments.put("times", "Int");
                }
            }
        }
    }

    /** A field that leads back to the root, from which the fields of all subgraphs can be selected. */
    private void queryBelow() {
        TypeModel type = dice.oneOf(List.copyOf(types.named(Kind.ENTITY)));
        List<Integer> known = type.subgraphs.stream()
                .filter(subgraph -> !type.stubs.contains(subgraph))
                .toList();
        if (!known.isEmpty()) {
            type.add(types.nextName("f"), dice.oneOf("Query", "Query!", "[Query]"))
                    .in(dice.oneOf(known));
        }
        if (dice.percent(30)) {
            model.query.add(types.nextName("q"), "Query").in(types.anySubgraph());
        }
    }

    /** Removes fields of keys that no subgraph declares in the end. */
    private void dropUndeclared() {
        model.types.values().forEach(type -> {
            type.fields.values().removeIf(field -> field.uses.isEmpty() && !field.isFromInterfaceObject);
            type.keys.removeIf(key -> key.subgraphs.isEmpty());
        });
        model.types.values().removeIf(type -> type.subgraphs.isEmpty());
    }

    private void inaccessible() {
        for (TypeModel type : types.named(Kind.ENTITY)) {
            List<FieldModel> fields = List.copyOf(type.fields.values());
            for (FieldModel field : fields.stream().skip(1).toList()) {
                boolean isCommon = model.types.values().stream()
                        .anyMatch(other -> other.kind == Kind.INTERFACE && other.fields.containsKey(field.name));
                if (!isCommon && dice.percent(8)) {
                    field.isInaccessible = true;
                }
            }
        }
    }
}
