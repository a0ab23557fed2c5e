package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.Model.FieldModel;
import ft.transcendence.federation.differential.Model.KeyModel;
import ft.transcendence.federation.differential.Model.Kind;
import ft.transcendence.federation.differential.Model.TypeModel;
import java.util.List;
import java.util.TreeSet;

/** Adds interfaces to a model: some whose subgraphs know all members, and one that is an interface object in other subgraphs. */
final class InterfaceGenerator {

    private final Model model;
    private final Dice dice;
    private final TypeChooser types;

    InterfaceGenerator(Model model, Dice dice, TypeChooser types) {
        this.model = model;
        this.dice = dice;
        this.types = types;
    }

    void addInterfaces() {
        int count = dice.between(0, 2);
        for (int i = 0; i < count; i++) {
            TypeModel abstractType = new TypeModel("Interface" + i, Kind.INTERFACE);
            int home = types.anySubgraph();
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
        String name = types.nextName("c");
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

    /** Sometimes adds an interface with a key, whose further fields come from a subgraph that knows none of its members. */
    void addInterfaceObject() {
        if (dice.percent(60)) {
            return;
        }
        int home = types.anySubgraph();
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
            FieldModel requiring = abstractType.add(types.nextName("x"), "String");
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
        FieldModel extra = abstractType.add(types.nextName("x"), types.wrapped(type));
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
}
