package ft.transcendence.composition.upgrade;

import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.Literal;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.selection.Resolution;
import ft.transcendence.composition.selection.Selection;
import ft.transcendence.composition.selection.SelectionResolver;
import ft.transcendence.composition.selection.SelectionSet;
import ft.transcendence.composition.selection.SelectionValidity;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@code @requires} or {@code @provides} selects beside external fields has no effect; without it some select nothing at all. */
final class InactiveSelections {
    private final Schema schema;
    private final SelectionResolver resolver;

    InactiveSelections(Subgraph subgraph) {
        this.schema = subgraph.schema();
        this.resolver = SelectionResolver.of(subgraph.schema(), subgraph.links());
    }

    void remove() {
        for (NamedType type : schema.types().values()) {
            for (Field field : type.fields().values()) {
                Optional<NamedType> target = schema.type(field.type().namedType());
                target.ifPresent(provided -> remove(field, KnownDirective.PROVIDES, provided));
                remove(field, KnownDirective.REQUIRES, type);
            }
        }
    }

    private void remove(Field field, KnownDirective directive, NamedType parent) {
        for (DirectiveUse use : field.uses(directive).toList()) {
            Optional<SelectionSet> selections = use.text("fields").flatMap(text -> valid(parent, text));
            if (selections.isEmpty() || !selectsResolvedLeaf(selections.get())) {
                continue;
            }
            field.directives().remove(use);
            SelectionSet active = active(selections.get());
            if (!active.isEmpty()) {
                field.directives().add(use.withArguments(Map.of("fields", Literal.of(active.toString()))));
            }
        }
    }

    /** Invalid selections are left alone: validation tells of them. */
    private Optional<SelectionSet> valid(NamedType parent, String text) {
        return resolver.resolve(parent, text) instanceof Resolution.Resolved resolved
                        && SelectionValidity.problem(schema, resolved.selections())
                                .isEmpty()
                ? Optional.of(resolved.selections())
                : Optional.empty();
    }

    private boolean selectsResolvedLeaf(SelectionSet selections) {
        return selections.selections().stream()
                .anyMatch(selection -> !isExternal(selection)
                        && (selection.selections().isEmpty() || selectsResolvedLeaf(selection.selections())));
    }

    private SelectionSet active(SelectionSet selections) {
        List<Selection> active = new ArrayList<>();
        for (Selection selection : selections.selections()) {
            if (isExternal(selection)) {
                active.add(selection);
                continue;
            }
            SelectionSet below = active(selection.selections());
            if (!below.isEmpty()) {
                active.add(selection.with(below));
            }
        }
        return new SelectionSet(active);
    }

    private boolean isExternal(Selection selection) {
        return selection instanceof Selection.OfField field
                && (field.definition().has(KnownDirective.EXTERNAL) || hasExternalImplementation(field.definition()));
    }

    private boolean hasExternalImplementation(Field field) {
        return field.parent().kind() == TypeKind.INTERFACE
                && schema.implementations(field.parent().name()).stream()
                        .flatMap(name -> schema.type(name).stream())
                        .map(type -> type.fields().get(field.name()))
                        .anyMatch(found -> found != null && found.has(KnownDirective.EXTERNAL));
    }
}
