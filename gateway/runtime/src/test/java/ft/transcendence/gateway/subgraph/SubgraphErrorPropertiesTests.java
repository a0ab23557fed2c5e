package ft.transcendence.gateway.subgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.federation.SubgraphErrorPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SubgraphErrorPropertiesTests {
    private static final Path CODES =
            Path.of("../../subgraph-starter/src/main/java/ft/transcendence/subgraph/error/ErrorCode.java");

    @Test
    void listsTheCodesOfThePlatformsSubgraphs() throws IOException {
        Set<String> codes = Pattern.compile("^    ([A-Z_]+)", Pattern.MULTILINE)
                .matcher(Files.readString(CODES))
                .results()
                .map(code -> code.group(1))
                .filter(code -> !code.equals("INTERNAL_SERVER_ERROR"))
                .collect(Collectors.toSet());

        assertThat(bind(Map.of()).codes()).isEqualTo(codes);
    }

    @Test
    void includesAllOrSingleSubgraphs() {
        assertThat(isRedacted(Map.of())).isTrue();
        assertThat(isRedacted(Map.of("include", "true"))).isFalse();
        assertThat(isRedacted(Map.of("named.players", "true"))).isFalse();
        assertThat(isRedacted(Map.of("include", "true", "named.players", "false")))
                .isTrue();
        assertThat(isRedacted(Map.of("codes", "MINE"))).isFalse();
    }

    @Test
    void refusesInvalidCodesAndNames() {
        assertThatThrownBy(() -> bind(Map.of("codes", "not a code")))
                .rootCause()
                .hasMessage("gateway.subgraph-errors.codes must not contain 'not a code'");
        assertThatThrownBy(() -> bind(Map.of("extensions", "*")))
                .rootCause()
                .hasMessage("gateway.subgraph-errors.extensions must not contain '*'");
    }

    private static boolean isRedacted(Map<String, String> settings) {
        SubgraphErrorPolicy policy = bind(settings).toPolicy();
        return policy.apply("players", Map.of("message", "m", "extensions", Map.of("code", "MINE")))
                .isRedacted();
    }

    private static SubgraphErrorProperties bind(Map<String, String> settings) {
        Map<String, String> named = settings.entrySet().stream()
                .collect(Collectors.toMap(entry -> "gateway.subgraph-errors." + entry.getKey(), Map.Entry::getValue));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("gateway.subgraph-errors", SubgraphErrorProperties.class);
    }
}
