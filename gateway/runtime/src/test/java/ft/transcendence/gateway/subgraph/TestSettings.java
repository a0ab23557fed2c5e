package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.cache.CacheProperties;
import ft.transcendence.gateway.cache.ResponseCache;
import ft.transcendence.gateway.identity.ClaimHeaderNames;
import ft.transcendence.gateway.settings.BoundSettings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.mock.env.MockEnvironment;

/** Settings with short times and small limits. */
final class TestSettings {
    private static final Map<String, String> DEFAULTS = Map.of(
            "connect-timeout", "1s",
            "response-timeout", "3s",
            "max-connections", "10",
            "max-subscriptions", "10",
            "max-waiting-events", "100KB",
            "max-idle-time", "5s",
            "max-response-size", "100KB",
            "forward-headers", "traceparent");

    /** Keeps nothing. */
    static final ResponseCache NO_CACHE =
            ResponseCache.inMemory(BoundSettings.bind(CacheProperties.class), Instant::now);

    private TestSettings() {}

    /** @param settings {@code name=value}, the name without {@code gateway.subgraphs} */
    static SubgraphProperties of(ClientImplementation client, String... settings) {
        Map<String, String> all = new LinkedHashMap<>(DEFAULTS);
        all.put("client", client.name());
        for (String setting : settings) {
            String[] nameAndValue = setting.split("=", 2);
            all.put(nameAndValue[0], nameAndValue[1]);
        }
        return BoundSettings.bind(
                SubgraphProperties.class,
                all.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** A transport with these settings, on the gateway's event loops. */
    static HttpSubgraphTransport transport(SubgraphProperties properties) {
        CurrentSubgraphSettings current = new CurrentSubgraphSettings(properties);
        return new HttpSubgraphTransport(
                current,
                new SubgraphAddresses(current, new MockEnvironment()),
                new ForwardedHeaders(properties, ClaimHeaderNames.of()),
                TestSettings.NO_CACHE,
                Instant::now,
                List.of());
    }
}
