package ft.transcendence.composition.merge;

import ft.transcendence.composition.schema.KnownDirective;
import ft.transcendence.composition.supergraph.SupergraphSpecification;
import java.util.Optional;

/** The directives that reach the supergraph because their specification says so, without {@code @composeDirective}. */
final class ComposedBySpecification {
    private ComposedBySpecification() {}

    /** The specification that the supergraph links for a directive; empty if the directive is not composed. */
    static Optional<SupergraphSpecification> of(KnownDirective directive) {
        return switch (directive) {
            case TAG -> Optional.of(SupergraphSpecification.TAG);
            case INACCESSIBLE -> Optional.of(SupergraphSpecification.INACCESSIBLE);
            case AUTHENTICATED -> Optional.of(SupergraphSpecification.AUTHENTICATED);
            case REQUIRES_SCOPES -> Optional.of(SupergraphSpecification.REQUIRES_SCOPES);
            case POLICY -> Optional.of(SupergraphSpecification.POLICY);
            case CONTEXT -> Optional.of(SupergraphSpecification.CONTEXT);
            case COST, LIST_SIZE -> Optional.of(SupergraphSpecification.COST);
            case CACHE_TAG -> Optional.of(SupergraphSpecification.CACHE_TAG);
            case KEY,
                    EXTERNAL,
                    REQUIRES,
                    PROVIDES,
                    EXTENDS,
                    SHAREABLE,
                    OVERRIDE,
                    INTERFACE_OBJECT,
                    COMPOSE_DIRECTIVE,
                    LINK,
                    FROM_CONTEXT,
                    CONNECT,
                    SOURCE,
                    DEPRECATED,
                    SPECIFIED_BY,
                    ONE_OF -> Optional.empty();
        };
    }

    /** Whether it reaches the supergraph inside a {@code join__directive}. */
    static boolean travelsInJoinDirective(KnownDirective directive) {
        return directive == KnownDirective.CACHE_TAG;
    }

    static boolean isRepeatable(KnownDirective directive) {
        return directive == KnownDirective.TAG
                || directive == KnownDirective.CONTEXT
                || directive == KnownDirective.CACHE_TAG;
    }
}
