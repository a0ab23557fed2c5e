package ft.transcendence.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The realm uses the real 42 unless other addresses are configured. Everything else is the same for both, so logins at the fake one test
 * it.
 */
class RealFortyTwoTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)(?::(.*))?}");

    @Test
    void isUsedByDefault() {
        JsonNode provider = JsonMapper.shared()
                .readTree(Path.of("realm/transcendence-realm.json").toFile())
                .path("identityProviders")
                .path(0);

        Map<String, String> fromTheEnvironment = provider.path("config").properties().stream()
                .filter(setting ->
                        PLACEHOLDER.matcher(setting.getValue().asString()).matches())
                .collect(Collectors.toMap(Map.Entry::getKey, setting -> PLACEHOLDER
                        .matcher(setting.getValue().asString())
                        .replaceAll(found -> found.group(2) == null ? "" : found.group(2))));

        assertThat(fromTheEnvironment)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "clientId", "",
                        "clientSecret", "",
                        "authorizationUrl", "https://api.intra.42.fr/oauth/authorize",
                        "tokenUrl", "https://api.intra.42.fr/oauth/token",
                        "userInfoUrl", "https://api.intra.42.fr/v2/me"));
        assertThat(provider.path("config").path("defaultScope").asString()).isEqualTo("public");
        assertThat(provider.path("postBrokerLoginFlowAlias").asString()).isEqualTo("after 42 login");
    }
}
