package ft.transcendence.gateway.explorer;

import ft.transcendence.gateway.http.GraphQLHttpProperties;
import ft.transcendence.gateway.identity.CallerResolver;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves the explorer with all its assets from the application itself, under a content security policy that allows nothing else.
 * Enabled with {@code gateway.explorer.enabled}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("gateway.explorer.enabled")
class ExplorerRoute {
    private static final String PATH = "/graphiql";
    private static final String FILES = PATH + "/{*file}";
    /** Inline styles are allowed: the editor positions its parts with style attributes. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src"
                    + " 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    RouterFunction<ServerResponse> explorer(
            GraphQLHttpProperties graphql, CallerResolver callers, Environment environment) {
        String settings = "{\"endpoint\":\"" + graphql.path() + "\",\"login\":" + callers.knowsSessions() + "}";
        boolean frontend = environment.containsProperty("gateway.frontend-url");
        ExplorerAssets assets = new ExplorerAssets();
        return RouterFunctions.route()
                .GET(
                        "/",
                        request -> !frontend,
                        request -> redirect(request.uri().getRawQuery()))
                .GET(PATH, request -> page())
                .GET(PATH + "/settings.json", request -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(settings))
                .GET(FILES, request -> assets.serve(request, fileOf(request)))
                .HEAD(FILES, request -> assets.serve(request, fileOf(request)))
                .build();
    }

    private static String fileOf(ServerRequest request) {
        return request.pathVariable("file").substring(1);
    }

    /** Keeps the query, which carries the outcome of a login or logout. */
    private static Mono<ServerResponse> redirect(@Nullable String query) {
        return ServerResponse.temporaryRedirect(URI.create(query == null ? PATH : PATH + "?" + query))
                .build();
    }

    private static Mono<ServerResponse> page() {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .bodyValue(new ClassPathResource("gateway/explorer/index.html"));
    }
}
