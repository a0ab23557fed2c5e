package ft.transcendence.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak redirects users and their codes only to the exact URIs in the realm; a pattern could match more than intended. */
class RedirectUriTests {

    @ParameterizedTest
    @ValueSource(strings = {"realm/transcendence-realm.json", "realm/local/overlay.json"})
    void areExact(String file) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode client :
                JsonMapper.shared().readTree(Path.of(file).toFile()).path("clients")) {
            client.path("redirectUris").forEach(address -> addresses.add(address.asString()));
            addresses.add(
                    client.path("attributes").path("post.logout.redirect.uris").asString(""));
        }

        assertThat(addresses).isNotEmpty().noneMatch(address -> address.contains("*") || address.equals("+"));
    }
}
