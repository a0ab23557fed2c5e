package ft.transcendence.subgraph.boot;

import ft.transcendence.platform.process.settings.DefaultSettings;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/** Adds the settings of {@code subgraph-defaults.yaml}, which an application can override. */
class SubgraphDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        DefaultSettings.add("subgraph-defaults.yaml", environment);
    }
}
