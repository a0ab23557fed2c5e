package ft.transcendence.gateway.settings;

import ft.transcendence.gateway.subgraph.SubgraphNames;
import ft.transcendence.platform.process.settings.SettingProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/** Finds addresses of subgraphs at which nothing can be called. */
final class SubgraphAddressCheck {
    private final ConfigurableEnvironment environment;

    SubgraphAddressCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** Wrong ones among the addresses that settings name. */
    List<SettingProblem> configured(Set<String> subgraphs) {
        List<SettingProblem> problems = new ArrayList<>();
        for (String subgraph : subgraphs) {
            for (String setting : settingsOf(subgraph)) {
                String address = environment.getProperty(setting);
                if (StringUtils.hasText(address) && !isHttp(address)) {
                    problems.add(wrong(setting, address, "the settings"));
                }
            }
        }
        return problems;
    }

    /** Wrong ones among the routing URLs that are used because settings name no other address. */
    List<SettingProblem> routed(Map<String, String> routingUrls) {
        List<SettingProblem> problems = new ArrayList<>();
        routingUrls.forEach((subgraph, address) -> {
            boolean used =
                    settingsOf(subgraph).stream().noneMatch(each -> StringUtils.hasText(environment.getProperty(each)));
            if (used && !isHttp(address)) {
                problems.add(wrong(settingsOf(subgraph).getLast(), address, "the supergraph's routing URL"));
            }
        });
        return problems;
    }

    private static List<String> settingsOf(String subgraph) {
        String named = "gateway.subgraphs.named." + subgraph;
        return List.of(named + ".url", named + ".urls[0]", SubgraphNames.addressVariable(subgraph));
    }

    private static SettingProblem wrong(String setting, String address, String origin) {
        return SettingProblem.wrong(
                setting, address, origin, "must be an address such as http://localhost:4001/graphql");
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
