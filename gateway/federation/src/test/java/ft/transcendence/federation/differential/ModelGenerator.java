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
    private int names;

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
            generator.interfaces();
            generator.interfaceObject();
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
                value.add(nextName("v"), types.wrapped(type));
            }
            if (i == 1 && dice.percent(40)) {
                value.add(nextName("v"), types.wrapped("Value0"));
            }
        }
    }

    private void interfaces() {
        int count = dice.between(0, 2);
        for (int i = 0; i < count; i++) {
            TypeModel abstractType = new TypeModel("Interface" + i, Kind.INTERFACE);
            int home = anySubgraph();
            List<TypeModel> members = types.some(types.objects(), home);
            if (members.isEmpty()) {
                continue;
            }
            model.types.put(abstractType.name, abstractType);
            abstractType.subgraphs.add(home);
            members.forEach(member -> implement(member, abstractType, home));
            int fields = dice.between(1, 2);
            for (int f = 0; f < fields; f++) {
                commonField(abstractType, members, home);
            }
            for (int s = 0; s < model.subgraphs.size(); s++) {
                if (s != home && dice.percent(40)) {
                    secondHome(abstractType, members, s);
                }
            }
        }
    }

    private void implement(TypeModel member, TypeModel abstractType, int subgraph) {
        types.ensure(member.name, subgraph);
        member.interfaces
                .computeIfAbsent(abstractType.name, ignored -> new TreeSet<>())
                .add(subgraph);
    }

    /** A field that every member has, each in a subgraph chosen for it; external in the home subgraph if it is elsewhere. */
    private void commonField(TypeModel abstractType, List<TypeModel> members, int home) {
        String name = nextName("c");
        String type = types.wrapped(types.scalar());
        abstractType.add(name, type).in(home);
        for (TypeModel member : members) {
            FieldModel field = member.add(name, type);
            if (member.kind == Kind.VALUE) {
                member.subgraphs.forEach(field::in);
                continue;
            }
            List<Integer> owners = types.openSubgraphs(member);
            int owner = owners.isEmpty() || dice.percent(50) ? home : dice.oneOf(owners);
            types.open(member, owner);
            field.in(owner);
            if (owner != home) {
                field.in(home).isExternal = true;
            }
        }
    }

    /** The interface in a second subgraph, with the members and fields that can be there. */
    private void secondHome(TypeModel abstractType, List<TypeModel> members, int subgraph) {
        List<TypeModel> here =
                members.stream().filter(member -> member.isIn(subgraph)).toList();
        List<FieldModel> fields = abstractType.fields.values().stream()
                .filter(field -> here.stream().allMatch(member -> member.hasIn(field.name, subgraph)))
                .toList();
        if (here.isEmpty() || fields.isEmpty()) {
            return;
        }
        abstractType.subgraphs.add(subgraph);
        here.forEach(member -> implement(member, abstractType, subgraph));
        fields.forEach(field -> field.in(subgraph));
    }

    /** An interface with a key, whose further fields come from a subgraph that knows none of its members. */
    private void interfaceObject() {
        if (dice.percent(60)) {
            return;
        }
        int home = anySubgraph();
        int other = (home + 1) % model.subgraphs.size();
        List<TypeModel> members = types.named(Kind.ENTITY).stream()
                .filter(entity -> !entity.isIn(other) && types.canEnsure(entity.name, home))
                .limit(dice.between(1, 3))
                .toList();
        if (members.isEmpty()) {
            return;
        }
        TypeModel abstractType = new TypeModel("Keyed", Kind.INTERFACE);
        model.types.put(abstractType.name, abstractType);
        abstractType.subgraphs.addAll(List.of(home, other));
        abstractType.interfaceObjectIn.add(other);
        KeyModel key = new KeyModel("id", List.of("id"));
        key.subgraphs.addAll(List.of(home, other));
        abstractType.keys.add(key);
        FieldModel id = abstractType.add("id", "ID!");
        id.isKey = true;
        id.in(home);
        id.in(other);
        for (TypeModel member : members) {
            member.forbidden.add(other);
            types.ensure(member.name, home);
            types.open(member, home);
            types.declareKey(
                    member,
                    member.keys.stream()
                            .filter(one -> one.fieldSet.equals("id"))
                            .findFirst()
                            .orElseThrow(),
                    home);
            implement(member, abstractType, home);
        }
        commonField(abstractType, members, home);
        FieldModel common = abstractType.fields.lastEntry().getValue();
        int second = (home + 2) % model.subgraphs.size();
        boolean isTwice =
                second != home && dice.percent(40) && members.stream().noneMatch(member -> member.isIn(second));
        if (isTwice) {
            abstractType.subgraphs.add(second);
            abstractType.interfaceObjectIn.add(second);
            key.subgraphs.add(second);
            id.in(second);
            members.forEach(member -> member.forbidden.add(second));
            extraField(abstractType, members, second);
        }
        if (dice.percent(40)) {
            secondKey(abstractType, members, home, other);
        }
        for (int i = 0; i < dice.between(1, 2); i++) {
            extraField(abstractType, members, other);
        }
        if (!model.violatesNonNull && dice.percent(50)) {
            common.in(other).isExternal = true;
            FieldModel requiring = abstractType.add(nextName("x"), "String");
            requiring.in(other).requires = common.name;
            members.forEach(member -> member.add(requiring.name, requiring.type).isFromInterfaceObject = true);
        }
    }

    /** A field that comes from an interface object. */
    private void extraField(TypeModel abstractType, List<TypeModel> members, int subgraph) {
        List<String> composites = model.types.values().stream()
                .filter(type -> type.kind == Kind.ENTITY || type.kind == Kind.VALUE)
                .filter(type -> types.canEnsure(type.name, subgraph))
                .map(type -> type.name)
                .toList();
        String type = composites.isEmpty() || dice.percent(65) ? types.scalar() : dice.oneOf(composites);
        types.ensure(type, subgraph);
        FieldModel extra = abstractType.add(nextName("x"), types.wrapped(type));
        extra.in(subgraph);
        if (extra.type.equals("String") && dice.percent(25)) {
            types.textArguments(extra);
        }
        members.forEach(member -> {
            FieldModel field = member.add(extra.name, extra.type);
            field.isFromInterfaceObject = true;
            field.arguments.putAll(extra.arguments);
        });
    }

    /** Makes a key of all members a second key of the interface. */
    private void secondKey(TypeModel abstractType, List<TypeModel> members, int home, int other) {
        String fieldSet = "sku region";
        if (!members.stream().allMatch(member -> member.fields.containsKey("sku"))) {
            return;
        }
        KeyModel key = new KeyModel(fieldSet, List.of("sku", "region"));
        key.subgraphs.addAll(List.of(home, other));
        abstractType.keys.add(key);
        for (String name : key.topFields) {
            FieldModel field = abstractType.add(name, name.equals("sku") ? "String!" : "Int!");
            field.isKey = true;
            field.in(home);
            field.in(other);
        }
        members.forEach(member -> member.keys.stream()
                .filter(one -> one.fieldSet.equals(fieldSet))
                .forEach(one -> types.declareKey(member, one, home)));
        if (dice.percent(30)) {
            // only the second key can be entered
            abstractType.keys.getFirst().unresolvableIn.add(other);
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
                field(entity, owners, nextName("f"));
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
        split.add(nextName("s"), types.scalar()).in(where.get(0));
        split.add(nextName("s"), types.scalar()).in(where.get(1));
        FieldModel both = split.add(nextName("s"), types.scalar());
        where.forEach(both::in);
        FieldModel field = parent.add(nextName("f"), dice.oneOf("Split", "[Split]", "Split!"));
        where.forEach(field::in);
    }

    private void roots() {
        for (int s = 0; s < model.subgraphs.size(); s++) {
            int count = dice.between(1, 3);
            for (int i = 0; i < count; i++) {
                SortedSet<Integer> owners = new TreeSet<>(List.of(s));
                if (dice.percent(20)) {
                    owners.add(anySubgraph());
                }
                field(model.query, owners, nextName("q"));
            }
        }
        if (model.types.containsKey("Split") && dice.percent(50)) {
            FieldModel field = model.query.add(nextName("q"), "Split");
            model.type("Split").subgraphs.forEach(field::in);
        }
        if (!model.isFederation1 && dice.percent(30)) {
            queryBelow();
        }
        if (dice.percent(40)) {
            for (int i = 0; i < dice.between(2, 4); i++) {
                SortedSet<Integer> owners = new TreeSet<>(List.of(anySubgraph()));
                if (dice.percent(20)) {
                    owners.add(anySubgraph());
                }
                FieldModel field = field(model.mutation, owners, nextName("m"));
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
            type.add(nextName("f"), dice.oneOf("Query", "Query!", "[Query]")).in(dice.oneOf(known));
        }
        if (dice.percent(30)) {
            model.query.add(nextName("q"), "Query").in(anySubgraph());
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

    private int anySubgraph() {
        return dice.between(0, model.subgraphs.size() - 1);
    }

    private String nextName(String prefix) {
        return prefix + names++;
    }
}
