package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.AotCaches;
import ft.transcendence.platform.servers.BootApplication;
import ft.transcendence.platform.servers.JavaProgram;
import ft.transcendence.platform.servers.Workspace;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where our applications are, with which options they run, and which settings that brings. */
sealed interface Installation {

    /**
     * Returns the command that runs an application.
     *
     * @param name its name
     * @param module its module, a path in the checkout
     * @param heapMebibytes the heap that is enough for a few users
     */
    List<String> command(String name, String module, int heapMebibytes);

    /** Settings of the gateway that the environment may override. */
    Map<String, String> gatewayDefaults();

    /** Settings of the gateway that it may not. */
    Map<String, String> gatewaySettings();

    /**
     * Settings of the matches subgraph that the environment may override.
     *
     * @param gateway the gateway's endpoint
     */
    Map<String, String> matchesDefaults(URI gateway);

    /**
     * The jars that the build left in the checkout.
     *
     * @param caches the caches that the applications use, or record
     */
    record Checkout(Workspace workspace, Tuning tuning, AotCaches caches) implements Installation {

        @Override
        public List<String> command(String name, String module, int heapMebibytes) {
            JavaProgram program =
                    switch (tuning) {
                        case START -> JavaProgram.withHeap(heapMebibytes);
                        case LOAD -> JavaProgram.forLoad(2 * heapMebibytes);
                    };
            return BootApplication.prepare(workspace, name, Applications.jar(workspace, module))
                    .command(program, caches);
        }

        @Override
        public Map<String, String> gatewayDefaults() {
            return Map.of("SPRING_PROFILES_ACTIVE", "development");
        }

        @Override
        public Map<String, String> gatewaySettings() {
            return tuning == Tuning.LOAD ? Map.of("GATEWAY_RATE_LIMIT_ENABLED", "false") : Map.of();
        }

        @Override
        public Map<String, String> matchesDefaults(URI gateway) {
            return switch (tuning) {
                case START -> MatchesDefaults.forDemo(gateway);
                case LOAD -> MatchesDefaults.forLoad();
            };
        }
    }

    /**
     * The applications as they are in container images: each extracted to a folder named like its module, with its JVM options in a file.
     *
     * @param folder the folder of these folders
     * @param caches the caches that the applications record
     */
    record Images(Path folder, AotCaches caches) implements Installation {

        private static final String JAR = "application.jar";
        private static final String OPTIONS = "java.options";

        @Override
        public List<String> command(String name, String module, int heapMebibytes) {
            Path application = folder.resolve(module).toAbsolutePath();
            Path jar = application.resolve(JAR);
            if (Files.notExists(jar)) {
                throw new PlatformException("There is no " + jar);
            }
            return JavaProgram.withOptions(application.resolve(OPTIONS), 2 * heapMebibytes)
                    .cached(caches, application.resolve(name))
                    .run(jar, List.of());
        }

        @Override
        public Map<String, String> gatewayDefaults() {
            return Map.of();
        }

        @Override
        public Map<String, String> gatewaySettings() {
            return Map.of();
        }

        @Override
        public Map<String, String> matchesDefaults(URI gateway) {
            return MatchesDefaults.forDemo(gateway);
        }
    }
}
