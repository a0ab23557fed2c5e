package ft.transcendence.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.platform.servers.AotCaches;
import ft.transcendence.platform.servers.AotCaches.Missing;
import ft.transcendence.platform.servers.AotCaches.Recording;
import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTests {

    @TempDir
    private Path folder;

    private final AotCaches caches = new AotCaches(Missing.RECORD);
    private Installation images;

    @BeforeEach
    void extractOne() throws IOException {
        Files.createDirectories(folder.resolve("gateway/server"));
        Files.createFile(folder.resolve("gateway/server/application.jar"));
        images = new Installation.Images(folder, caches);
    }

    @Test
    void runsTheApplicationOfAnImageWithItsOptionsAndAllCompilers() {
        List<String> command = images.command("gateway", "gateway/server", 192);

        assertThat(command)
                .contains("@" + folder.resolve("gateway/server/java.options"), "-Xmx384m")
                .doesNotContain("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED")
                .endsWith(
                        "-jar", folder.resolve("gateway/server/application.jar").toString());
    }

    @Test
    void recordsTheApplicationOfAnImage() {
        assertThat(images.command("gateway", "gateway/server", 192)).contains("-XX:AOTMode=record");
        assertThat(caches.recordings()).extracting(Recording::name).containsExactly("gateway");
    }

    @Test
    void saysWhichApplicationIsMissing() {
        assertThatThrownBy(() -> images.command("users-subgraph", "users-subgraph", 256))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("users-subgraph/application.jar");
    }

    /** Images run in production, a checkout at a developer's. */
    @Test
    void onlyACheckoutShowsTheSchemaAndPlans() {
        Installation checkout = new Installation.Checkout(new Workspace(folder), Tuning.START, caches);

        assertThat(checkout.gatewayDefaults()).containsEntry("SPRING_PROFILES_ACTIVE", "development");
        assertThat(images.gatewayDefaults()).isEmpty();
    }

    @Test
    void onlyMeasurementsRunWithoutRateLimit() {
        assertThat(new Installation.Checkout(new Workspace(folder), Tuning.LOAD, caches).gatewaySettings())
                .containsEntry("GATEWAY_RATE_LIMIT_ENABLED", "false");
        assertThat(new Installation.Checkout(new Workspace(folder), Tuning.START, caches).gatewaySettings())
                .isEmpty();
        assertThat(images.gatewaySettings()).isEmpty();
    }

    @Test
    void measurementsDoNotIncludeWhatMatchesAsksItself() {
        URI gateway = URI.create("http://127.0.0.1:8080/graphql");

        assertThat(new Installation.Checkout(new Workspace(folder), Tuning.LOAD, caches).matchesDefaults(gateway))
                .doesNotContainKey("MATCHES_OBSERVATION_GATEWAY");
        assertThat(new Installation.Checkout(new Workspace(folder), Tuning.START, caches).matchesDefaults(gateway))
                .containsEntry("MATCHES_OBSERVATION_GATEWAY", "http://127.0.0.1:8080/graphql");
        assertThat(images.matchesDefaults(gateway)).containsKey("MATCHES_OBSERVATION_GATEWAY");
    }

    /** The seed and all tests report results at once. */
    @Test
    void believesEveryResult() {
        URI gateway = URI.create("http://127.0.0.1:8080/graphql");

        for (Tuning tuning : Tuning.values()) {
            assertThat(new Installation.Checkout(new Workspace(folder), tuning, caches).matchesDefaults(gateway))
                    .containsEntry("MATCHES_DOUBTS_TIME_PER_POINT", "0s");
        }
        assertThat(images.matchesDefaults(gateway)).containsEntry("MATCHES_DOUBTS_TIME_PER_POINT", "0s");
    }
}
