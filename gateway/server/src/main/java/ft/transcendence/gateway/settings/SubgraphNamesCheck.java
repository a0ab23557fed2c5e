package ft.transcendence.gateway.settings;

import ft.transcendence.gateway.subgraph.SubgraphNames;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import ft.transcendence.platform.process.settings.Spelling;
import ft.transcendence.platform.process.settings.UnknownSetting;
import ft.transcendence.platform.process.settings.UnknownSettingsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;

/** Fails the startup when a setting names a subgraph that the supergraph does not have. */
@Component
@Lazy(false)
final class SubgraphNamesCheck {
    private static final Pattern ADDRESS_VARIABLE = Pattern.compile("SUBGRAPH_.+_URL");

    SubgraphNamesCheck(CurrentEngine engine, SubgraphNames names, ConfigurableEnvironment environment) {
        Set<String> subgraphs = engine.get().subgraphs().keySet();
        List<UnknownSetting> unknown = new ArrayList<>();
        names.bySetting().forEach((setting, named) -> named.stream()
                .filter(name -> !subgraphs.contains(name))
                .map(name -> new UnknownSetting(
                        setting + "." + name,
                        "the settings",
                        Spelling.nearest(name, subgraphs.stream())
                                .map(near -> setting + "." + near)
                                .orElse(null)))
                .forEach(unknown::add));

        Set<String> variables =
                subgraphs.stream().map(SubgraphNames::addressVariable).collect(Collectors.toSet());
        environment.getPropertySources().stream()
                .filter(SystemEnvironmentPropertySource.class::isInstance)
                .map(SystemEnvironmentPropertySource.class::cast)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .filter(name -> ADDRESS_VARIABLE.matcher(name).matches() && !variables.contains(name))
                .sorted()
                .map(name -> new UnknownSetting(
                        name,
                        "the environment",
                        Spelling.nearest(name, variables.stream()).orElse(null)))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new UnknownSettingsException(unknown);
        }
    }
}
