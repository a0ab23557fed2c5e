package ft.transcendence.composition.validation;

import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.selection.Selection;
import ft.transcendence.composition.selection.SelectionSet;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeRef;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The type of the value that a selection takes from a context. The value can always be null: the enclosing object may lack it. */
record ContextValueType(Schema schema, NamedType parent, SelectionSet selections) {

    /** Why an argument of a type cannot take the value. */
    Optional<String> mismatch(TypeRef argument) {
        if (SubgraphFacts.isInterfaceObject(parent)) {
            return Optional.of("it selects fields of the interface object \"" + parent.name() + "\"");
        }
        Optional<NamedType> interfaceObject = interfaceObjectBelow(selections);
        if (interfaceObject.isPresent()) {
            return Optional.of("it selects fields of the interface object \""
                    + interfaceObject.get().name() + "\"");
        }
        Optional<TypeRef> type = type(selections);
        if (type.isEmpty()) {
            return Optional.of("it does not select exactly one value");
        }
        return type.get().equals(argument)
                ? Optional.empty()
                : Optional.of("its value has the type \"" + type.get() + "\", the argument \"" + argument + "\"");
    }

    private Optional<NamedType> interfaceObjectBelow(SelectionSet selected) {
        for (Selection selection : selected.selections()) {
            if (selection instanceof Selection.OfField field
                    && !field.selections().isEmpty()) {
                Optional<NamedType> type =
                        schema.type(field.definition().type().namedType()).filter(SubgraphFacts::isInterfaceObject);
                Optional<NamedType> found = type.isPresent() ? type : interfaceObjectBelow(field.selections());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The type of all selected leaves; empty if they have several. */
    private static Optional<TypeRef> type(SelectionSet selected) {
        Set<Optional<TypeRef>> types = new HashSet<>();
        for (Selection selection : selected.selections()) {
            types.add(
                    switch (selection) {
                        case Selection.OfFragment ignored -> Optional.empty();
                        case Selection.OfField field -> type(field);
                    });
        }
        return types.size() == 1 ? types.iterator().next() : Optional.empty();
    }

    private static Optional<TypeRef> type(Selection.OfField field) {
        TypeRef type = field.definition().type();
        return field.selections().isEmpty()
                ? Optional.of(within(type, new TypeRef.Named(type.namedType())))
                : type(field.selections()).map(leaf -> within(type, leaf));
    }

    /** The lists of a type around another one. */
    private static TypeRef within(TypeRef type, TypeRef leaf) {
        return switch (type) {
            case TypeRef.Named ignored -> leaf;
            case TypeRef.NonNull nonNull -> within(nonNull.type(), leaf);
            case TypeRef.ListOf list -> new TypeRef.ListOf(within(list.item(), leaf));
        };
    }
}
