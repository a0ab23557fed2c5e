package ft.transcendence.gateway.http;

import ft.transcendence.gateway.network.RequestPath;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The places where something is decided about a request: who asks, whether another site made a browser send it, how often it may come.
 * Filters in front of them and the routes behind must mean the same path, and servers differ in what they take for equal. So these
 * paths are served in one spelling; every other one of them is refused, not understood.
 *
 * <p>Other paths may be written as one likes: they are pages and assets of the site.
 */
@Component
final class GuardedPaths {
    private final List<String> places;

    GuardedPaths(GraphQLHttpProperties graphql) {
        this.places = List.of(graphql.path(), "/login", "/logout", "/graphiql", "/actuator", "/oauth2");
    }

    /** Whether the path is served: it is no guarded one, or is written as it should be. */
    boolean admit(RequestPath path) {
        String written = path.written();
        if (places.contains(written)) {
            return true; // nearly every request
        }
        return path.canonical()
                .map(canonical -> places.stream().noneMatch(path::leadsTo)
                        || canonical.equals(written)
                                && places.stream().anyMatch(place -> RequestPath.isWithin(written, place)))
                .orElse(false);
    }
}
