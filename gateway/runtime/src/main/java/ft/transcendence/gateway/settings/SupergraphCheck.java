package ft.transcendence.gateway.settings;

import ft.transcendence.federation.engine.FederationEngine;
import ft.transcendence.platform.process.settings.SettingProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** Finds what is wrong with the supergraph, the names of subgraphs in settings, and their addresses. */
public final class SupergraphCheck {
    private static final String FILE = "gateway.supergraph.file";

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
        SubgraphAddressCheck addresses = new SubgraphAddressCheck(environment);
        List<SettingProblem> problems = new ArrayList<>(SubgraphNamesCheck.problems(
                routingUrls.keySet(), SubgraphNamesCheck.namedIn(environment), environment));
        problems.addAll(addresses.configured(routingUrls.keySet()));
        problems.addAll(addresses.routed(routingUrls));
        return problems;
    }
}
