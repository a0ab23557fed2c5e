package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.containers.ComposeFile.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfileTests {

    private static final Pattern LOCAL_COPY = Pattern.compile("(?m)^COPY (?!--from)(?:--\\S+ )*(\\S+) \\S+$");
    private static final Pattern BASE_IMAGE = Pattern.compile("(?m)^FROM (\\S+)");

    static Set<String> dockerfiles() {
        return ComposeFile.read().services().values().stream()
                .map(Service::dockerfile)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void copiesExistingFilesThatAreNotIgnored(String dockerfile) {
        List<String> ignored = Arrays.asList(Repository.read(".dockerignore").split("\n"));
        List<String> copied = LOCAL_COPY
                .matcher(Repository.read(dockerfile))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(copied).isNotEmpty().allMatch(Repository::exists).doesNotContainAnyElementsOf(ignored);
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void doesNotRunAsRoot(String dockerfile) {
        List<String> lines = Arrays.asList(Repository.read(dockerfile).split("\n"));
        List<String> lastStage = lines.subList(lastIndexOf(lines, "FROM "), lines.size());

        assertThat(lastStage).anyMatch(line -> line.matches("USER [1-9]\\d*"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void pinsItsBaseImages(String dockerfile) {
        String text = Repository.read(dockerfile);
        List<String> stages = Pattern.compile("(?m) AS (\\S+)$")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(BASE_IMAGE.matcher(text).results().map(match -> match.group(1)))
                .allMatch(image -> stages.contains(image) || image.matches("[^:]+:(\\$\\{TEMURIN}|\\d+\\.).*"));
    }

    /** The version is also in the image's tag, and its fixes are part of decision record 0045. */
    @Test
    void usesTheTestedKeycloak() {
        String version = property("keycloak.version");

        assertThat(BASE_IMAGE
                        .matcher(Repository.read("platform/containers/keycloak.Dockerfile"))
                        .results()
                        .map(match -> match.group(1)))
                .isNotEmpty()
                .allMatch(image -> image.endsWith(":" + version));
        assertThat(Repository.read("docker-compose.yml")).contains("image: transcendence/keycloak:" + version);
    }

    @Test
    void buildsTheModulesOfTheImages() {
        String build = Repository.read("platform/containers/application.Dockerfile");
        String modules = build.substring(build.indexOf("-pl ") + 4, build.indexOf(" -am"));

        assertThat(modules.split(","))
                .containsAll(ComposeFile.read().services().values().stream()
                        .map(Service::module)
                        .filter(Objects::nonNull)
                        .toList());
        assertThat(modules.split(","))
                .allMatch(module -> Repository.read(module + "/pom.xml").contains("spring-boot-maven-plugin"));
    }

    @Test
    void excludesSecretsAndBuildOutputFromTheContext() {
        assertThat(Repository.read(".dockerignore").split("\n"))
                .contains(".env", ".git", "**/target", "**/node_modules");
    }

    private static String property(String name) {
        String pom = Repository.read("pom.xml");
        int begin = pom.indexOf("<" + name + ">") + name.length() + 2;
        return pom.substring(begin, pom.indexOf("</" + name + ">"));
    }

    private static int lastIndexOf(List<String> lines, String prefix) {
        int last = 0;
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith(prefix)) {
                last = line;
            }
        }
        return last;
    }
}
