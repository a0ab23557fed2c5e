package ft.transcendence.platform.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The checkout from which the platform runs.
 *
 * @param root the folder with the root {@code pom.xml}
 */
public record Workspace(Path root) {

    private static final String ROOT_PROPERTY = "transcend.root";

    /**
     * Finds the checkout: the system property {@code transcend.root}, or the nearest enclosing folder of the working
     * directory that contains {@code platform/distributions}.
     *
     * @throws IllegalStateException when the working directory is outside of a checkout
     */
    public static Workspace locate() {
        return Optional.ofNullable(System.getProperty(ROOT_PROPERTY))
                .map(Path::of)
                .or(() -> enclosing(Path.of("").toAbsolutePath()))
                .map(Path::toAbsolutePath)
                .map(Workspace::new)
                .orElseThrow(() -> new IllegalStateException(
                        "Run this inside the Transcendence checkout, or set -D" + ROOT_PROPERTY + "=FOLDER."));
    }

    /** The folder in which the build collects the server archives. */
    Path distributions() {
        return root.resolve("platform/distributions/target");
    }

    /** Unpacked servers and class-data archives; safe to delete, takes a minute to recreate. */
    public Path cache() {
        return root.resolve(".transcend/cache");
    }

    /** The Keycloak realm without secrets, which every installation imports. */
    public Path realm() {
        return root.resolve("auth/realm/transcendence-realm.json");
    }

    /** Additions to the realm of a local platform: clients and players that no production system may have. */
    public Path localRealm() {
        return root.resolve("auth/realm/local/overlay.json");
    }

    private static Optional<Path> enclosing(Path folder) {
        for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.isDirectory(candidate.resolve("platform/distributions"))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
