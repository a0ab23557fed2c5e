package ft.transcendence.composition.upgrade;

import ft.transcendence.composition.schema.Field;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.Subgraph;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import java.util.List;

/**
 * Federation 1 demanded {@code @external} on the fields of an extension's key, though the subgraph resolves them. An extension without a key of its own
 * uses that of the type it extends.
 */
final class ExtensionKeys {
    private final Subgraph subgraph;
    private final Schema schema;
    private final OriginalTypes originals;

    ExtensionKeys(Subgraph subgraph, OriginalTypes originals) {
        this.subgraph = subgraph;
        this.schema = subgraph.schema();
        this.originals = originals;
    }

    void removeExternals() {
        List<NamedType> extensions = schema.types().values().stream()
                .filter(TypeExtensions::isExtension)
                .toList();
        if (extensions.isEmpty()) {
            return;
        }
        SubgraphFacts facts = SubgraphFacts.of(subgraph);
        for (NamedType type : extensions) {
            if (type.has(KnownDirective.KEY)) {
                removeFromOwnKeys(type, facts);
            } else {
                removeFromKeysOfOthers(type);
            }
        }
    }

    private static void removeFromOwnKeys(NamedType type, SubgraphFacts facts) {
        type.uses(KnownDirective.KEY)
                .flatMap(key -> facts.selection(type, key).stream())
                .flatMap(selection -> selection.visited().stream())
                .filter(field -> field.parent() == type)
                .forEach(field -> field.remove(KnownDirective.EXTERNAL));
    }

    private void removeFromKeysOfOthers(NamedType type) {
        for (OriginalTypes.OriginalType other : originals.others(subgraph, type.name())) {
            for (String name : other.keyFields()) {
                Field field = type.fields().get(name);
                if (field != null) {
                    field.remove(KnownDirective.EXTERNAL);
                }
            }
        }
    }
}
