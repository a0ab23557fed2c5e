package ft.transcendence.gateway.settings;

import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.gateway.subgraph.SubgraphNames;
import ft.transcendence.platform.process.settings.SettingProblem;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** Finds what is wrong with the supergraph, the names of subgraphs in settings, and their addresses. */
public final class SupergraphCheck {
    private static final String FILE = "gateway.supergraph.file";
    private static final List<String> NAMED = List.of("gateway.subgraphs.named", "gateway.subgraph-errors.named");

    private final ConfigurableEnvironment environment;

    public SupergraphCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    public List<SettingProblem> problems() {
        String file = environment.getProperty(FILE);
        if (!StringUtils.hasText(file)) {
            return List.of(
                    supergraphProblem(null, "must be the path of a composed supergraph; SUPERGRAPH sets it too"));
        }
        try {
            String sdl = Files.readString(Path.of(file));
            FederationEngine engine = FederationEngine.builder()
                    .supergraph(sdl)
                    .transport(request -> CompletableFuture.failedFuture(new IllegalStateException("only checked")))
                    .build();
            return problemsOf(engine.subgraphs());
        } catch (IOException e) {
            return List.of(supergraphProblem(file, "the file cannot be read: " + e));
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(supergraphProblem(file, "it is no composed supergraph: " + e.getMessage()));
        }
    }

    private static SettingProblem supergraphProblem(@Nullable String file, String reason) {
        return new SettingProblem(FILE, file, "the settings", reason);
    }

    private List<SettingProblem> problemsOf(Map<String, String> routingUrls) {
        Map<String, Set<String>> named = new TreeMap<>();
        NAMED.forEach(setting -> named.put(setting, keysOf(setting)));
        List<SettingProblem> problems =
                new ArrayList<>(SubgraphNamesCheck.problems(routingUrls.keySet(), named, environment));
        routingUrls.forEach((subgraph, routingUrl) -> {
            SettingProblem problem = addressProblem(subgraph, routingUrl);
            if (problem != null) {
                problems.add(problem);
            }
        });
        return problems;
    }

    private Set<String> keysOf(String setting) {
        return Binder.get(environment)
                .bind(setting, Bindable.mapOf(String.class, Object.class))
                .map(Map::keySet)
                .orElse(Set.of());
    }

    private @Nullable SettingProblem addressProblem(String subgraph, String routingUrl) {
        String variable = SubgraphNames.addressVariable(subgraph);
        String setting = "gateway.subgraphs.named." + subgraph + ".url";
        String named = environment.getProperty(setting);
        String address = named != null ? named : environment.getProperty(variable, routingUrl);
        return isHttp(address)
                ? null
                : SettingProblem.wrong(
                        "the address of the subgraph " + subgraph,
                        address,
                        address.equals(named) ? setting : address.equals(routingUrl) ? "the supergraph" : variable,
                        "must be like http://localhost:4001/graphql; " + setting + " or " + variable + " sets it");
    }

    private static boolean isHttp(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
