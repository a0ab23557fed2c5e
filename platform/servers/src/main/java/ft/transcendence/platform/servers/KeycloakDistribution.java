package ft.transcendence.platform.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keycloak unpacked and built for PostgreSQL, shared by all servers of a checkout.
 *
 * <p>Its start script would run Java as a second process, so Java is called directly, with the options of that script
 * (Keycloak 26.7, {@code bin/kc.sh}).
 */
final class KeycloakDistribution {

    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--metrics-enabled=true");

    private final Path folder;

    private KeycloakDistribution(Path folder) {
        this.folder = folder;
    }

    static KeycloakDistribution prepare(Workspace workspace) {
        Path zip = Distribution.find(workspace, "keycloak", "keycloak-quarkus-dist-", ".zip");
        String version = zip.getFileName()
                .toString()
                .replace("keycloak-quarkus-dist-", "keycloak-")
                .replace(".zip", "");
        String options = Integer.toHexString(BUILD_OPTIONS.hashCode());
        Path folder = workspace.cache().resolve(version + "-" + options).toAbsolutePath();
        return new KeycloakDistribution(Archives.unpackOnce(folder, target -> {
            Archives.zip(zip, target);
            build(target, folder.resolveSibling("keycloak-build.log"));
        }));
    }

    /** Returns the home folder of one server: its own data, and links to everything that is shared. */
    Path home(Path directory) {
        try {
            Path home = Files.createDirectories(directory.toAbsolutePath());
            for (String shared : List.of("lib", "conf", "providers", "themes")) {
                Path link = home.resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, folder.resolve(shared));
            }
            return home;
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not create Keycloak's home folder", failure);
        }
    }

    List<String> command(Path home, AotCaches caches, List<String> arguments) {
        Path lib = folder.resolve("lib");
        String classpath = Stream.of(
                        "quarkus/transformed-bytecode.jar",
                        "quarkus/generated-bytecode.jar",
                        "app",
                        "lib/main",
                        "lib/boot")
                .map(lib::resolve)
                .map(path -> Files.isDirectory(path) ? JavaProgram.classpathOf(path) : path.toString())
                .collect(Collectors.joining(File.pathSeparator));
        return options(JavaProgram.withHeap(320).cached(caches, folder.resolve("keycloak")), home)
                .run(classpath, "org.keycloak.quarkus.runtime.KeycloakMain", arguments);
    }

    private static void build(Path target, Path log) {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD_OPTIONS);
        Distribution.runToEnd(
                "keycloak",
                options(JavaProgram.withHeap(512), target)
                        .run(
                                target.resolve("lib/quarkus-run.jar").toString(),
                                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                                arguments),
                Map.of(),
                log);
    }

    private static JavaProgram options(JavaProgram program, Path home) {
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            program.option("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        return program.option("-Dkc.home.dir=" + home)
                .option("-Djboss.server.config.dir=" + home.resolve("conf"))
                .option("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                .option("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory")
                .option("-Dpicocli.disable.closures=true")
                .option("-Duser.language=en");
    }
}
