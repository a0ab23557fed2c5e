package ft.transcendence.composition.reader;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.schema.BuiltIns;
import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.schema.NamedType;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a schema leaves room for the fields by which gateways read it and its entities, which every subgraph has, written or not. */
final class GatewayOperations {
    private static final Set<TypeKind> INPUT = Set.of(TypeKind.SCALAR, TypeKind.ENUM, TypeKind.INPUT_OBJECT);
    private static final Set<TypeKind> OUTPUT =
            Set.of(TypeKind.SCALAR, TypeKind.ENUM, TypeKind.OBJECT, TypeKind.INTERFACE, TypeKind.UNION);

    private final Schema schema;
    private final Problems problems;

    GatewayOperations(Schema schema, Problems problems) {
        this.schema = schema;
        this.problems = problems;
    }

    void check() {
        String query = schema.roots().get(OperationKind.QUERY);
        NamedType root = schema.types().get(query == null ? BuiltIns.rootName(OperationKind.QUERY) : query);
        if (query == null && root != null) {
            refuse(root, "has to be an object type: the root type for queries");
            return;
        }
        boolean hasEntities = schema.types().containsKey("_Entity")
                || schema.types().values().stream()
                        .anyMatch(type -> type.kind() == TypeKind.OBJECT && type.has(KnownDirective.KEY));
        if (hasEntities && !declares(root, "_entities")) {
            require("_Any", INPUT);
        }
        if (!declares(root, "_service")) {
            require("_Service", OUTPUT);
        }
    }

    private static boolean declares(@Nullable NamedType root, String field) {
        return root != null && root.fields().containsKey(field);
    }

    private void require(String name, Set<TypeKind> kinds) {
        schema.type(name)
                .filter(type -> !kinds.contains(type.kind()))
                .ifPresent(type -> refuse(
                        type,
                        "cannot be " + KindNames.withArticle(type.kind())
                                + ": gateways use it to read schemas and entities"));
    }

    private void refuse(NamedType type, String why) {
        problems.stop(ErrorCode.INVALID_GRAPHQL, "the type " + type.name() + " " + why, type.places());
    }
}
