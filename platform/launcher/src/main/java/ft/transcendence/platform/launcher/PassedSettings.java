package ft.transcendence.platform.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The settings that {@code up} passes from its own environment to the applications, by prefix. Settings that the launcher decides, such as
 * ports, addresses of parts and secrets, cannot be overridden. Third-party servers get nothing: a stray {@code KC_…} in a user's shell must
 * not change the platform.
 */
final class PassedSettings {

    /** Spring's own settings, and those of traces, for every application. */
    private static final String COMMON =
            "(SPRING|SERVER|MANAGEMENT|LOGGING)_.+|OTEL_EXPORTER_OTLP_ENDPOINT|TRACING_SAMPLING";

    /** Settings of subgraphs; {@code SUBGRAPH_<NAME>_URL} is a setting of the gateway. */
    private static final String SUBGRAPH = "SUBGRAPH_(?!.*_URL$).+";

    private static final Map<String, Pattern> FOR = Map.of(
            Applications.GATEWAY, Pattern.compile(COMMON + "|GATEWAY_.+|SUBGRAPH_.+_URL|SUPERGRAPH"),
            Applications.USERS, Pattern.compile(COMMON + "|USERS_.+|" + SUBGRAPH),
            Applications.MATCHES, Pattern.compile(COMMON + "|MATCHES_.+|" + SUBGRAPH));

    /** Addresses that the launcher itself uses to reach an application. */
    private static final Pattern LAUNCHERS = Pattern.compile("(MANAGEMENT_)?SERVER_(PORT|ADDRESS)");

    private final Map<String, String> environment;
    private final Set<String> passed = new TreeSet<>();
    private final Set<String> kept = new TreeSet<>();

    PassedSettings(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
    }

    /**
     * Returns the complete environment of an application.
     *
     * @param application its name
     * @param defaults values that the environment may override
     * @param own values that it may not
     */
    Map<String, String> complete(String application, Map<String, String> defaults, Map<String, String> own) {
        Map<String, String> complete = new LinkedHashMap<>(defaults);
        Pattern settings = FOR.getOrDefault(application, LAUNCHERS);
        environment.forEach((name, value) -> {
            if (!settings.matcher(name).matches()) {
                return;
            }
            if (own.containsKey(name) || LAUNCHERS.matcher(name).matches()) {
                kept.add(name);
            } else {
                passed.add(name);
                complete.put(name, value);
            }
        });
        complete.putAll(own);
        return complete;
    }

    /** Reports which settings were passed on and which were ignored, by name only: values may be secrets. */
    void report(Progress progress) {
        if (!passed.isEmpty()) {
            progress.say("Passed on from the environment: " + String.join(", ", passed));
        }
        if (!kept.isEmpty()) {
            progress.say("Ignored, because the launcher sets them: " + String.join(", ", kept));
        }
    }
}
