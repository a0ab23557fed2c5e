package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code train}: what it gives to the launcher, and what images get from it. A script stands for the JVM that runs the launcher. */
@EnabledOnOs(OS.LINUX)
class TrainScriptTests {

    private static final String MAKE_CACHES = """
            for jar in $(find "${@: -1}" -name application.jar); do echo cache >"${jar%/*}/name-1a2b.aot"; done
            """;

    @TempDir
    private Path folder;

    private Path layers;
    private Path images;

    @BeforeEach
    void extract() throws IOException {
        layers = folder.resolve("layers");
        images = folder.resolve("images");
        for (String module : List.of("gateway/server", "users-subgraph")) {
            write(layers.resolve(module).resolve("dependencies/lib/a.jar"), "a");
            write(layers.resolve(module).resolve("snapshot-dependencies/lib/b.jar"), "b");
            write(layers.resolve(module).resolve("application/application.jar"), module);
        }
    }

    @Test
    void laysOutEachApplicationAsInItsImage() throws Exception {
        Outcome outcome = train("cd \"${@: -1}\" && find . -type f | sort\n" + MAKE_CACHES, "--port", "9000");

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output().lines())
                .contains(
                        "./gateway/server/application.jar",
                        "./gateway/server/java.options",
                        "./gateway/server/lib/a.jar",
                        "./gateway/server/lib/b.jar",
                        "./users-subgraph/application.jar");
    }

    @Test
    void passesItsOptionsToTheLauncher() throws Exception {
        assertThat(train("echo \"$@\"\n" + MAKE_CACHES, "--port", "9000").output())
                .containsPattern("launcher\\.jar train --port 9000 /\\S+\n");
    }

    @Test
    void givesEachImageItsCacheTheOptionsForItAndTheChecksumsOfItsJars() throws Exception {
        train(MAKE_CACHES);

        for (String module : List.of("gateway/server", "users-subgraph")) {
            Path image = images.resolve(module);
            assertThat(image.resolve("application.aot")).hasContent("cache");
            assertThat(Files.readString(image.resolve("java.options")))
                    .isEqualTo(Repository.read("platform/containers/java.options") + "-XX:AOTCache=application.aot\n");
            assertThat(Files.readAllLines(image.resolve("application.sha256")))
                    .extracting(line -> line.replaceAll("^[0-9a-f]{64}  ", ""))
                    .containsExactly("./application.jar", "./lib/a.jar", "./lib/b.jar");
        }
    }

    @Test
    void failsWithTheLauncher() throws Exception {
        assertThat(train("exit 1\n").status()).isEqualTo(1);
        assertThat(images).doesNotExist();
    }

    @Test
    void failsWithoutACacheForEachApplication() throws Exception {
        assertThat(train("echo cache >\"${@: -1}/gateway/server/name-1a2b.aot\"\n")
                        .status())
                .isNotZero();
        assertThat(images.resolve("users-subgraph/application.sha256")).doesNotExist();
    }

    @Test
    void refusesAFolderWithoutApplications() throws Exception {
        layers = Files.createDirectory(folder.resolve("empty"));

        Outcome outcome = train(MAKE_CACHES);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).contains("there is no application in");
    }

    private record Outcome(int status, String output) {}

    private Outcome train(String java, String... options) throws Exception {
        Path program = folder.resolve("jre/bin/java");
        write(program, "#!/usr/bin/env bash\n" + java);
        assertThat(program.toFile().setExecutable(true)).isTrue();
        List<String> command = new ArrayList<>(List.of(
                Repository.ROOT.resolve("platform/containers/train").toString(), layers.toString(), images.toString()));
        command.addAll(List.of(options));
        Path output = folder.resolve("output");
        ProcessBuilder script =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        script.environment().put("JAVA_HOME", folder.resolve("jre").toString());
        return new Outcome(script.start().waitFor(), Files.readString(output));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
