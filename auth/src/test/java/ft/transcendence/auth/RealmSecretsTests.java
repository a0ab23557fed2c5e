package ft.transcendence.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm file is public like the repository, so its secrets come from the environment. */
class RealmSecretsTests {

    private static final Set<String> SECRET_FIELDS = Set.of("secret", "clientSecret", "value", "secretData");

    @ParameterizedTest
    @ValueSource(strings = {"realm/transcendence-realm.json", "realm/local/overlay.json"})
    void areReadFromEnvironmentVariables(String file) {
        List<String> secrets = new ArrayList<>();
        collect(JsonMapper.shared().readTree(Path.of(file).toFile()), secrets);

        assertThat(secrets).isNotEmpty().allMatch(secret -> secret.matches("\\$\\{[A-Z_]+}"));
    }

    private static void collect(JsonNode node, List<String> secrets) {
        node.properties().forEach(field -> {
            if (SECRET_FIELDS.contains(field.getKey()) && field.getValue().isString()) {
                secrets.add(field.getValue().asString());
            }
        });
        node.forEach(child -> collect(child, secrets));
    }
}
