package ft.transcendence.composition.upgrade;

import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.subgraph.SubgraphFacts;
import ft.transcendence.federation.supergraph.TypeKind;

/** Which types of a Federation 1 schema extend types of other subgraphs: by {@code extend} without a definition, or by {@code @extends}. */
final class TypeExtensions {
    private TypeExtensions() {}

    /** Whether the type is an extension of another subgraph's object type or interface. */
    static boolean isExtension(NamedType type) {
        boolean isExtensible = type.kind() == TypeKind.OBJECT || type.kind() == TypeKind.INTERFACE;
        return isExtensible && (type.has(KnownDirective.EXTENDS) || type.hasExtension() && !hasBase(type));
    }

    static boolean isRoot(Schema schema, NamedType type) {
        return type.kind() == TypeKind.OBJECT && schema.roots().containsValue(type.name());
    }

    /** Whether something of the type does not stand on an extension. */
    static boolean hasBase(NamedType type) {
        return type.hasDefinition()
                || type.directives().stream().anyMatch(use -> !SubgraphFacts.isOfExtension(type, use));
    }

    /** Makes the extensions of a type parts of its definition. */
    static void toDefinition(NamedType type) {
        type.declarations().replaceAll(declaration -> new NamedType.Declaration(false, declaration.place()));
    }
}
