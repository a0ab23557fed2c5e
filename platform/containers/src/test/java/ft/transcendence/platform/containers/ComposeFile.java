package ft.transcendence.platform.containers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** docker-compose.yml with resolved anchors and unresolved variables. */
record ComposeFile(Map<String, Service> services, Map<String, Map<String, Object>> networks, Set<String> volumes) {

    /**
     * One service.
     *
     * @param image its image, with the tag
     * @param dockerfile the file that builds it; null for an image that is pulled
     * @param module the build argument MODULE; null if it has none
     * @param settings all of its settings
     */
    record Service(
            String image,
            @Nullable String dockerfile,
            @Nullable String module,
            Map<String, Object> settings) {

        @SuppressWarnings("unchecked")
        Map<String, String> environment() {
            Map<String, String> environment = new LinkedHashMap<>();
            ((Map<String, Object>) settings.getOrDefault("environment", Map.of()))
                    .forEach((name, value) -> environment.put(name, String.valueOf(value)));
            return environment;
        }

        List<String> strings(String key) {
            return ((List<?>) settings.getOrDefault(key, List.of()))
                    .stream().map(String::valueOf).toList();
        }

        /** The command of its health check as one line; empty if it has none. */
        String healthCheck() {
            return settings.get("healthcheck") instanceof Map<?, ?> check ? String.valueOf(check.get("test")) : "";
        }
    }

    Service service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    static ComposeFile read() {
        Map<String, Object> file = new Yaml().load(Repository.read("docker-compose.yml"));
        Map<String, Service> services = new LinkedHashMap<>();
        map(file, "services").forEach((name, settings) -> services.put(name, parse(cast(settings))));
        Map<String, Map<String, Object>> networks = new LinkedHashMap<>();
        map(file, "networks")
                .forEach((name, settings) ->
                        networks.put(name, settings instanceof Map<?, ?> ? cast(settings) : Map.of()));
        return new ComposeFile(services, networks, map(file, "volumes").keySet());
    }

    private static Service parse(Map<String, Object> settings) {
        Map<String, Object> build = settings.get("build") instanceof Map<?, ?> found ? cast(found) : Map.of();
        Map<String, Object> arguments = build.get("args") instanceof Map<?, ?> found ? cast(found) : Map.of();
        return new Service(
                (String) settings.getOrDefault("image", ""),
                (String) build.get("dockerfile"),
                (String) arguments.get("MODULE"),
                settings);
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return cast(parent.getOrDefault(key, Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object value) {
        return (Map<String, Object>) value;
    }
}
