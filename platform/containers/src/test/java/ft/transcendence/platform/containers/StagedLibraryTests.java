package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/stage-libraries} in a checkout with one library, which has been built. */
@EnabledOnOs(OS.LINUX)
class StagedLibraryTests {

    private static final String ROOT = """
            <modules>
              <module>platform/library</module>
              <module>paper</module>
              <module>app</module>
            </modules>
            <properties>
              <java.version>25</java.version>
              <library.java.version>21</library.java.version>
            </properties>
            """;

    private static final String MODULE = "<relativePath>../platform/library/pom.xml</relativePath>\n";

    private static final String POM = """
            <project>
              <groupId>io.github.ft-transcendence</groupId>
              <artifactId>paper</artifactId>
              <version>1.0</version>
            </project>
            """;

    private static final byte[] CLASS_OF_JAVA_21 = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 65};
    private static final byte[] CLASS_OF_JAVA_25 = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 69};

    @TempDir
    private Path checkout;

    @BeforeEach
    void build() throws IOException {
        write(".ci/stage-libraries", Repository.read(".ci/stage-libraries"));
        write("pom.xml", ROOT);
        write("platform/library/pom.xml", "<relativePath>../../pom.xml</relativePath>");
        write("app/pom.xml", "<relativePath>../pom.xml</relativePath>");
        buildLibrary("paper");
    }

    @Test
    void hasAllFilesThatCentralDemands() throws Exception {
        Outcome outcome = stage(Map.of());

        assertThat(outcome).satisfies(StagedLibraryTests::accepted);
        assertThat(outcome.output()).contains("io.github.ft-transcendence:paper:1.0", "nothing is signed");
        assertThat(staged())
                .containsExactlyInAnyOrderElementsOf(Stream.of(".pom", ".jar", "-sources.jar", "-javadoc.jar")
                        .flatMap(kind -> Stream.of("", ".md5", ".sha1", ".sha256", ".sha512")
                                .map(sum -> "io/github/ft-transcendence/paper/1.0/paper-1.0" + kind + sum))
                        .toList());
    }

    @Test
    void checksumsAreThoseOfTheFiles() throws Exception {
        stage(Map.of());

        Path folder = checkout.resolve("target/central/io/github/ft-transcendence/paper/1.0");
        Map<String, String> algorithms =
                Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");
        for (String algorithm : algorithms.keySet()) {
            byte[] digest = MessageDigest.getInstance(algorithms.get(algorithm))
                    .digest(Files.readAllBytes(folder.resolve("paper-1.0.jar")));
            assertThat(folder.resolve("paper-1.0.jar." + algorithm))
                    .hasContent(HexFormat.of().formatHex(digest));
        }
    }

    @Test
    void isSignedWithTheGivenKey() throws Exception {
        Outcome outcome = stage(Map.of("SIGNING_KEY", newKey("secret"), "SIGNING_PASSPHRASE", "secret"));

        assertThat(outcome).satisfies(StagedLibraryTests::accepted);
        assertThat(outcome.output()).doesNotContain("nothing is signed");
        assertThat(staged())
                .contains(
                        "io/github/ft-transcendence/paper/1.0/paper-1.0.pom.asc",
                        "io/github/ft-transcendence/paper/1.0/paper-1.0.jar.asc",
                        "io/github/ft-transcendence/paper/1.0/paper-1.0-sources.jar.asc",
                        "io/github/ft-transcendence/paper/1.0/paper-1.0-javadoc.jar.asc")
                .hasSize(24);
    }

    @Test
    void missesTheSources() throws Exception {
        Files.delete(checkout.resolve("paper/target/paper-1.0-sources.jar"));

        assertThat(stage(Map.of())).satisfies(refusedBecauseOf("there is no paper/target/paper-1.0-sources.jar"));
    }

    @Test
    void missesTheLicence() throws Exception {
        writeJar("paper/target/paper-1.0.jar", Map.of("Paper.class", CLASS_OF_JAVA_21));

        assertThat(stage(Map.of())).satisfies(refusedBecauseOf("paper-1.0.jar has no META-INF/LICENSE"));
    }

    @Test
    void refusesAClassThatNeedsANewerJava() throws Exception {
        writeJar(
                "paper/target/paper-1.0.jar", Map.of("META-INF/LICENSE", new byte[0], "Paper.class", CLASS_OF_JAVA_25));

        assertThat(stage(Map.of())).satisfies(refusedBecauseOf("a class of version 69, newer than 65: Paper.class"));
    }

    @Test
    void allowsTheJavaThatALibraryDeclares() throws Exception {
        write("paper/pom.xml", MODULE + "<library.java.version>${java.version}</library.java.version>\n");
        writeJar(
                "paper/target/paper-1.0.jar", Map.of("META-INF/LICENSE", new byte[0], "Paper.class", CLASS_OF_JAVA_25));

        assertThat(stage(Map.of())).satisfies(StagedLibraryTests::accepted);
    }

    @Test
    void refusesAJavaThatIsNotKnown() throws Exception {
        write("paper/pom.xml", MODULE + "<library.java.version>${paper.version}</library.java.version>\n");

        assertThat(stage(Map.of())).satisfies(refusedBecauseOf("library.java.version of paper is ''"));
    }

    @Test
    void findsAJarThatHasAnotherNameInItsBuild() throws Exception {
        write("paper/pom.xml", MODULE + "<finalName>print</finalName>\n");
        for (String kind : List.of("", "-sources", "-javadoc")) {
            Files.move(
                    checkout.resolve("paper/target/paper-1.0" + kind + ".jar"),
                    checkout.resolve("paper/target/print" + kind + ".jar"));
        }

        assertThat(stage(Map.of())).satisfies(StagedLibraryTests::accepted);
        assertThat(staged())
                .contains("io/github/ft-transcendence/paper/1.0/paper-1.0.jar")
                .noneMatch(file -> file.contains("print"));
    }

    @Test
    void missesALibraryOfOursThatAnotherOneNeeds() throws Exception {
        writeDependency("ft.transcendence", "pulp");

        assertThat(stage(Map.of()))
                .satisfies(
                        refusedBecauseOf("paper-1.0.pom needs ft.transcendence:pulp:1.0, which is not in the bundle"));
    }

    @Test
    void acceptsALibraryOfOursThatIsStagedToo() throws Exception {
        write("pom.xml", ROOT.replace("app", "pulp"));
        buildLibrary("pulp");
        writeDependency("io.github.ft-transcendence", "pulp");

        assertThat(stage(Map.of())).satisfies(StagedLibraryTests::accepted);
    }

    @Test
    void leavesLibrariesOfOthersToThem() throws Exception {
        writeDependency("org.example", "pulp");

        assertThat(stage(Map.of())).satisfies(StagedLibraryTests::accepted);
    }

    @Test
    void refusesAParent() throws Exception {
        write("paper/target/published-pom.xml", POM.replace("<groupId>", "<parent></parent>\n<groupId>"));

        assertThat(stage(Map.of())).satisfies(refusedBecauseOf("published-pom.xml has a parent"));
    }

    @Test
    void saysThatASnapshotIsNoRelease() throws Exception {
        write("paper/target/published-pom.xml", POM.replace("1.0", "1.1-SNAPSHOT"));
        for (String kind : List.of("", "-sources", "-javadoc")) {
            Files.copy(
                    checkout.resolve("paper/target/paper-1.0" + kind + ".jar"),
                    checkout.resolve("paper/target/paper-1.1-SNAPSHOT" + kind + ".jar"));
        }

        assertThat(stage(Map.of()).output()).contains("Maven Central takes releases only");
    }

    private static void accepted(Outcome outcome) {
        assertThat(outcome.status()).as(outcome.output()).isZero();
    }

    private static Consumer<Outcome> refusedBecauseOf(String reason) {
        return outcome -> {
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.output()).contains(reason);
        };
    }

    private Outcome stage(Map<String, String> environment) throws Exception {
        return run(List.of("bash", ".ci/stage-libraries"), environment);
    }

    /** The ASCII-armored private part of a new key. */
    private String newKey(String passphrase) throws Exception {
        // sockets of the agent need a short path
        Path home = Files.createTempDirectory("gpg");
        Map<String, String> environment = Map.of("GNUPGHOME", home.toString());
        List<String> batch =
                List.of("gpg", "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", passphrase);
        run(concat(batch, "--quick-generate-key", "Ann <ann@example.org>", "ed25519", "sign"), environment);
        String key = run(concat(batch, "--armor", "--export-secret-keys"), environment)
                .output();
        run(List.of("gpgconf", "--kill", "all"), environment);
        return key;
    }

    private static List<String> concat(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    private Outcome run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder process =
                new ProcessBuilder(command).directory(checkout.toFile()).redirectErrorStream(true);
        process.environment().remove("SIGNING_KEY");
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().putAll(environment);
        Process running = process.start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(running.waitFor(), output);
    }

    private record Outcome(int status, String output) {}

    private List<String> staged() throws IOException {
        Path bundle = checkout.resolve("target/central");
        try (Stream<Path> files = Files.walk(bundle)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> bundle.relativize(file).toString())
                    .toList();
        }
    }

    private void buildLibrary(String name) throws IOException {
        write(name + "/pom.xml", MODULE);
        write(name + "/target/published-pom.xml", POM.replace("paper", name));
        String jar = name + "/target/" + name + "-1.0";
        writeJar(jar + ".jar", Map.of("META-INF/LICENSE", new byte[0], "Paper.class", CLASS_OF_JAVA_21));
        writeJar(jar + "-sources.jar", Map.of("Paper.java", new byte[0]));
        writeJar(jar + "-javadoc.jar", Map.of("index.html", new byte[0]));
    }

    /** Paper, made of something else. */
    private void writeDependency(String group, String artifact) throws IOException {
        write("paper/target/published-pom.xml", POM.replace("</project>", """
                  <dependencies>
                    <dependency>
                      <groupId>%s</groupId>
                      <artifactId>%s</artifactId>
                      <version>1.0</version>
                      <scope>compile</scope>
                      <exclusions>
                        <exclusion>
                          <groupId>ft.transcendence</groupId>
                          <artifactId>glue</artifactId>
                        </exclusion>
                      </exclusions>
                    </dependency>
                  </dependencies>
                </project>
                """.formatted(group, artifact)));
    }

    private void write(String file, String text) throws IOException {
        Path path = checkout.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void writeJar(String file, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        Files.write(checkout.resolve(file), bytes.toByteArray());
    }
}
