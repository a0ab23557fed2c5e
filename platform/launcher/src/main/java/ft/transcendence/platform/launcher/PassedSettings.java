package ft.transcendence.platform.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The settings that {@code up} hands on from its own environment, each by its prefix to the applications it is for. Whatever the launcher
 * has to decide itself, such as ports, addresses of parts and secrets, stays as it is. Servers that are not ours get nothing: a stray
 * {@code KC_…} in somebody's shell must not change the platform.
 */
final class PassedSettings {

    /** Spring's own, for every application. */
    private static final String COMMON = "(SPRING|SERVER|MANAGEMENT|LOGGING)_.+";

    /** What a subgraph starts from; {@code SUBGRAPH_<NAME>_URL} is the gateway's. */
    private static final String SUBGRAPH = "SUBGRAPH_(?!.*_URL$).+";

    private static final Map<String, Pattern> FOR = Map.of(
            Applications.GATEWAY, Pattern.compile(COMMON + "|GATEWAY_.+|SUBGRAPH_.+_URL|SUPERGRAPH"),
            Applications.USERS, Pattern.compile(COMMON + "|USERS_.+|" + SUBGRAPH),
            Applications.MATCHES, Pattern.compile(COMMON + "|MATCHES_.+|" + SUBGRAPH));

    /** Where the launcher looks for an application, which it would not find elsewhere. */
    private static final Pattern LAUNCHERS = Pattern.compile("(MANAGEMENT_)?SERVER_(PORT|ADDRESS)");

    private final Map<String, String> environment;
    private final Set<String> passed = new TreeSet<>();
    private final Set<String> kept = new TreeSet<>();

    PassedSettings(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
    }

    /**
     * Returns everything an application is told.
     *
     * @param application its name
     * @param defaults what the environment may change
     * @param own what it may not
     */
    Map<String, String> complete(String application, Map<String, String> defaults, Map<String, String> own) {
        Map<String, String> complete = new LinkedHashMap<>(defaults);
        Pattern wanted = FOR.getOrDefault(application, LAUNCHERS);
        environment.forEach((name, value) -> {
            if (!wanted.matcher(name).matches()) {
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

    /** Tells which settings were handed on and which were not, by name: values may be secrets. */
    void report(Progress progress) {
        if (!passed.isEmpty()) {
            progress.say("Handed on from the environment: " + String.join(", ", passed));
        }
        if (!kept.isEmpty()) {
            progress.say("Not handed on, the launcher decides them: " + String.join(", ", kept));
        }
    }
}
