package ft.transcendence.composition.api;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.findings.Findings;
import ft.transcendence.composition.schema.Schema;
import ft.transcendence.federation.OperationKind;
import java.util.Optional;

/** A schema has queries. Other root types may be hidden. */
final class QueryRootTypeInaccessible implements ApiRule {
    @Override
    public void check(Visibility visibility, Findings findings) {
        Schema supergraph = visibility.supergraph();
        Optional.ofNullable(supergraph.roots().get(OperationKind.QUERY))
                .flatMap(supergraph::type)
                .filter(Visibility::isHidden)
                .ifPresent(type -> findings.error(
                        ErrorCode.QUERY_ROOT_TYPE_INACCESSIBLE,
                        type.name() + " is the root type for queries and cannot be @inaccessible",
                        type.places()));
    }
}
