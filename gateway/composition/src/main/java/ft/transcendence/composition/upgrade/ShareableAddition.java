package ft.transcendence.composition.upgrade;

import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.DirectiveUse;
import ft.transcendence.composition.schema.Element;
import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.List;
import java.util.Map;

/** Fields that other subgraphs resolve too, and value types that they have too, were shared in Federation 1 without saying so. */
final class ShareableAddition {
    private final Subgraph original;
    private final Schema schema;
    private final OriginalTypes originals;

    /** @param original the subgraph as it was read; its schema is changed */
    ShareableAddition(Subgraph original, OriginalTypes originals) {
        this.original = original;
        this.schema = original.schema();
        this.originals = originals;
    }

    void add() {
        for (NamedType type : schema.types().values()) {
            if (type.kind() == TypeKind.OBJECT && !isSubscription(type)) {
                List<OriginalTypes.OriginalType> others = originals.others(original, type.name());
                if (type.has(KnownDirective.KEY) || TypeExtensions.isRoot(schema, type)) {
                    type.fields().values().forEach(field -> addToField(field, others));
                } else if (!others.isEmpty()) {
                    addTo(type, type.places());
                }
            }
        }
    }

    /** Subscriptions are never shared. */
    private boolean isSubscription(NamedType type) {
        return type.name().equals(schema.roots().get(OperationKind.SUBSCRIPTION));
    }

    private void addToField(Field field, List<OriginalTypes.OriginalType> others) {
        SubgraphFacts facts = originals.facts(original);
        boolean isResolvedElsewhere =
                others.stream().anyMatch(other -> other.resolvedFields().contains(field.name()));
        if (isResolvedElsewhere && !facts.isShareable(field)) {
            addTo(field, field.places());
        }
    }

    private static void addTo(Element element, List<Place> places) {
        if (!element.has(KnownDirective.SHAREABLE)) {
            element.directives()
                    .add(new DirectiveUse(
                            KnownDirective.SHAREABLE.specificationName(),
                            KnownDirective.SHAREABLE,
                            Map.of(),
                            DirectiveUse.ADDED,
                            places.getFirst()));
        }
    }
}
