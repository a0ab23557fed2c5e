package ft.transcendence.gateway.settings;

import ft.transcendence.gateway.subgraph.SubgraphNames;
import ft.transcendence.gateway.supergraph.CurrentEngine;
import ft.transcendence.platform.process.settings.SettingProblem;
import ft.transcendence.platform.process.settings.Spelling;
import ft.transcendence.platform.process.settings.WrongSettingsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;

/** Fails the startup when a setting names a subgraph that the supergraph does not have, or an address that is none. */
@Component
@Lazy(false)
final class SubgraphNamesCheck {
    private static final List<String> NAMED = List.of("gateway.subgraphs.named", "gateway.subgraph-errors.named");
    private static final Pattern ADDRESS_VARIABLE = Pattern.compile("SUBGRAPH_.+_URL");

    SubgraphNamesCheck(CurrentEngine engine, SubgraphNames names, ConfigurableEnvironment environment) {
        Set<String> subgraphs = engine.get().subgraphs().keySet();
        List<SettingProblem> problems = new ArrayList<>(problems(subgraphs, names.bySetting(), environment));
        problems.addAll(new SubgraphAddressCheck(environment).configured(subgraphs));
        if (!problems.isEmpty()) {
            throw new WrongSettingsException(problems);
        }
    }

    /** @param named the names in settings, by the setting that contains them */
    static List<SettingProblem> problems(
            Set<String> subgraphs, Map<String, Set<String>> named, ConfigurableEnvironment environment) {
        List<SettingProblem> unknown = new ArrayList<>();
        named.forEach((setting, names) -> names.stream()
                .filter(name -> !subgraphs.contains(name))
                .map(name -> SettingProblem.unknown(
                        setting + "." + name,
                        "the settings",
                        Spelling.nearest(name, subgraphs.stream()).map(near -> setting + "." + near)))
                .forEach(unknown::add));

        Set<String> variables =
                subgraphs.stream().map(SubgraphNames::addressVariable).collect(Collectors.toSet());
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> properties) {
                Arrays.stream(properties.getPropertyNames())
                        .filter(name -> !variables.contains(name) && isMeantAsAddress(name, variables))
                        .sorted()
                        .map(name -> SettingProblem.unknown(
                                name,
                                source instanceof SystemEnvironmentPropertySource
                                        ? "the environment"
                                        : source.getName(),
                                Spelling.nearest(name, variables.stream())))
                        .forEach(unknown::add);
            }
        }
        return unknown;
    }

    /** The names of subgraphs in settings, by the setting that contains them. */
    static Map<String, Set<String>> namedIn(ConfigurableEnvironment environment) {
        Map<String, Set<String>> named = new TreeMap<>();
        for (String setting : NAMED) {
            named.put(
                    setting,
                    Binder.get(environment)
                            .bind(setting, Bindable.mapOf(String.class, Object.class))
                            .map(Map::keySet)
                            .orElse(Set.of()));
        }
        return named;
    }

    private static boolean isMeantAsAddress(String name, Set<String> variables) {
        return ADDRESS_VARIABLE.matcher(name).matches()
                || variables.stream().anyMatch(variable -> Spelling.isSlip(name, variable));
    }
}
