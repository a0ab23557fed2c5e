package ft.transcendence.platform.launcher;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of the matches subgraph on a machine where nobody plays: the seed, tests and load tests report results at once, and often. */
final class MatchesDefaults {

    /** Results that would be in doubt in production; every rule is still checked. */
    private static final Map<String, String> UNDOUBTED = Map.of(
            "MATCHES_DOUBTS_TIME_PER_POINT", "0s",
            "MATCHES_DOUBTS_SAME_PAIR", "1000000",
            "MATCHES_DOUBTS_NEW_PLAYER", "0s");

    private MatchesDefaults() {}

    /**
     * For the demo players.
     *
     * @param gateway the gateway's endpoint
     */
    static Map<String, String> forDemo(URI gateway) {
        Map<String, String> settings = new LinkedHashMap<>(UNDOUBTED);
        settings.put("MATCHES_OBSERVATION_GATEWAY", gateway.toString());
        return settings;
    }

    /** For measurements, which would include its own queries through the gateway. */
    static Map<String, String> forLoad() {
        return UNDOUBTED;
    }
}
