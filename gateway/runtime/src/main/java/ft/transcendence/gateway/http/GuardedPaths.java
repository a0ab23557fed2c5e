package ft.transcendence.gateway.http;

import ft.transcendence.gateway.network.RequestPath;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The paths at which the gateway decides about a request: who sent it, whether another site triggered it, how often it may come.
 * Filters and the routes behind them must agree on the path, but servers differ in which spellings they treat as equal. So
 * guarded paths are served in their canonical form only; every other spelling is refused.
 *
 * <p>Other paths, those of the site's pages and assets, may be spelled in any way.
 */
@Component
final class GuardedPaths {
    private final List<String> paths;

    GuardedPaths(GraphQLHttpProperties graphql) {
        this.paths = List.of(graphql.path(), "/login", "/logout", "/graphiql", "/actuator", "/oauth2");
    }

    /** Whether the path may be served: it is not guarded, or in its canonical form. */
    boolean admit(RequestPath path) {
        String written = path.written();
        if (paths.contains(written)) {
            return true; // the usual case
        }
        return path.canonical()
                .map(canonical -> paths.stream().noneMatch(path::isAtOrBelow)
                        || canonical.equals(written)
                                && paths.stream().anyMatch(prefix -> RequestPath.isWithin(written, prefix)))
                .orElse(false);
    }
}
