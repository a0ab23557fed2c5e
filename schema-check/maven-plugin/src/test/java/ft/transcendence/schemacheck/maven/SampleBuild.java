package ft.transcendence.schemacheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A project of a subgraph team, built by a Maven process of its own. The plugin and what it needs of this repository come from a repository below
 * {@code target}; everything else is in the local repository already, so that nothing is downloaded.
 */
record SampleBuild(Path folder) {
    private static final Path TEMPLATE = Path.of("../src/test/resources/platform");
    private static final Path REPOSITORY = Path.of("target/repository").toAbsolutePath();
    private static final String VERSION = System.getProperty("plugin.version");

    /** What a Maven process printed, and whether it succeeded. */
    record Result(int status, String output) {}

    /** A copy of the small platform, whose POM has the given executions of the plugin. */
    static SampleBuild of(Path folder, String executions) throws IOException {
        installPlugin();
        try (Stream<Path> files = Files.walk(TEMPLATE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(TEMPLATE.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        SampleBuild build = new SampleBuild(folder);
        build.write("pom.xml", """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>matches</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.ft-transcendence</groupId>
                    <artifactId>transcendence-maven-plugin</artifactId>
                    <version>%s</version>
            %s
                  </plugin>
                </plugins>
              </build>
            </project>
            """.formatted(VERSION, executions));
        return build;
    }

    private static void installPlugin() throws IOException {
        Path target = REPOSITORY
                .resolve("io/github/ft-transcendence/transcendence-maven-plugin")
                .resolve(VERSION);
        Files.createDirectories(target);
        String name = "transcendence-maven-plugin-" + VERSION;
        Files.copy(
                Path.of(System.getProperty("plugin.jar")),
                target.resolve(name + ".jar"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                Path.of("target/published-pom.xml"),
                target.resolve(name + ".pom"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Replaces text that must be there. */
    void change(String file, String from, String to) throws IOException {
        String text = read(file);
        assertThat(text).contains(from);
        write(file, text.replace(from, to));
    }

    void git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@localhost"));
        command.addAll(List.of(arguments));
        assertThat(run(command, Map.of()).status()).isZero();
    }

    Result maven(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "--batch-mode",
                "--offline",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + REPOSITORY,
                "-Dmaven.repo.local.tail=" + System.getProperty("maven.local-repository")));
        command.addAll(List.of(arguments));
        return run(command, environment);
    }

    private Result run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path output = Files.createTempFile("sample-build", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            Map<String, String> variables = builder.environment();
            variables.keySet().removeIf(name -> name.startsWith("GITHUB_") || name.startsWith("MAVEN_"));
            variables.put("JAVA_HOME", System.getProperty("java.home"));
            variables.put("MAVEN_OPTS", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
            variables.putAll(environment);
            Process process = builder.start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("%s ends", command)
                    .isTrue();
            return new Result(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
