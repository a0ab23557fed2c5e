package ft.transcendence.composition.validation;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.selection.Selection;
import ft.transcendence.composition.selection.SelectionSet;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;

/**
 * Each leaf that a {@code @requires} or {@code @provides} selects must be external, or be below a field that is: what the subgraph resolves anyway need
 * not be required or provided.
 */
final class RequiredExternals {
    private final FieldSetUse use;
    private final SubgraphFacts facts;
    private final ErrorCode code;

    RequiredExternals(FieldSetUse use, ErrorCode code) {
        this.use = use;
        this.facts = use.facts();
        this.code = code;
    }

    void check(SelectionSet selections) {
        for (Selection selection : selections.selections()) {
            switch (selection) {
                case Selection.OfField field -> check(field);
                case Selection.OfFragment fragment -> check(fragment.selections());
            }
        }
    }

    private void check(Selection.OfField selection) {
        boolean isExternal = !selection.isTypename() && facts.isExternal(selection.definition());
        if (isExternal) {
            return;
        }
        if (selection.selections().isEmpty()) {
            missing(selection);
        } else if (!hasExternalImplementation(selection.definition())) {
            check(selection.selections());
        }
    }

    private boolean hasExternalImplementation(Field field) {
        return field.parent().kind() == TypeKind.INTERFACE
                && facts.implementations(field.parent()).stream()
                        .map(type -> type.fields().get(field.name()))
                        .anyMatch(found -> found != null && facts.isExternal(found));
    }

    private void missing(Selection.OfField selection) {
        Field field = selection.definition();
        use.error(
                code,
                !selection.isTypename() && facts.isKeyOfExtension(field)
                        ? "\"" + field.coordinate()
                                + "\" is in the key of an extension, which the subgraph resolves itself"
                        : "\"" + field.coordinate() + "\" is not @external: the subgraph resolves it itself",
                field.places());
    }
}
