package ft.transcendence.composition.reader;

import ft.transcendence.composition.link.Links;
import ft.transcendence.composition.link.Specifications;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.composition.specification.KnownSpecifications;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.Set;

/**
 * Leaves a checked schema with what is its own: the types of its subgraph and of small specifications that it links itself, and the directives that it
 * or a specification unknown to composition defines. What federation and the gateway's own operations need is the same in all subgraphs and nothing to
 * merge.
 */
final class OwnElements {
    private static final Set<String> NOT_MERGED =
            Set.of(Specifications.FEDERATION, Specifications.LINK, Specifications.CORE, Specifications.CONNECT);

    private OwnElements() {}

    static void keep(Schema schema, SpecificationElements elements, Links links) {
        schema.types().values().removeIf(type -> !isOwn(type, elements, links));
        schema.directiveDefinitions()
                .keySet()
                .removeIf(name -> elements.directives().contains(name)
                        || KnownSpecifications.builtIn().directives().containsKey(name)
                        || BuiltIns.isIncrementalDelivery(name));
        String query = schema.roots().get(OperationKind.QUERY);
        if (query != null) {
            schema.type(query).orElseThrow().fields().keySet().removeAll(TypeNames.FEDERATION_FIELDS);
        }
    }

    private static boolean isOwn(NamedType type, SpecificationElements elements, Links links) {
        return !TypeNames.FEDERATION_OPERATIONS.contains(type.name())
                && !(type.kind() == TypeKind.SCALAR && BuiltIns.isScalar(type.name()))
                && links.type(type.name())
                        .map(found -> !NOT_MERGED.contains(found.link().url().identity()))
                        .orElse(!elements.types().contains(type.name()));
    }
}
