package ft.transcendence.platform.containers;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.containers.ComposeFile.Service;
import ft.transcendence.platform.containers.Dockerfile.Stage;
import java.util.Arrays;
import java.util.HashSet;
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
    private static final String APPLICATION = "platform/containers/application.Dockerfile";

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
        assertThat(Dockerfile.read(dockerfile).image().last("USER"))
                .hasValueSatisfying(user -> assertThat(user).matches("USER [1-9]\\d*"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void pinsItsBaseImages(String dockerfile) {
        Set<String> earlier = new HashSet<>();
        for (Stage stage : Dockerfile.read(dockerfile).stages()) {
            assertThat(stage.base()).satisfiesAnyOf(base -> assertThat(earlier).contains(base), base -> assertThat(base)
                    .matches("[^:]+:\\d+\\..*"));
            earlier.add(stage.name());
        }
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void usesFilesOfEarlierStagesOnly(String dockerfile) {
        Set<String> earlier = new HashSet<>();
        for (Stage stage : Dockerfile.read(dockerfile).stages()) {
            assertThat(earlier).as("stages before " + stage.name()).containsAll(stage.sources());
            earlier.add(stage.name());
        }
    }

    /** The version is also in the image's tag, and its fixes are part of decision record 0045. */
    @Test
    void usesTheTestedKeycloak() {
        String version = property("keycloak.version");

        assertThat(Dockerfile.read("platform/containers/keycloak.Dockerfile").stages())
                .isNotEmpty()
                .allMatch(stage -> stage.base().endsWith(":" + version));
        assertThat(Repository.read("docker-compose.yml")).contains("image: transcendence/keycloak:" + version);
    }

    @Test
    void buildsTheModulesOfTheImages() {
        String build = Repository.read(APPLICATION);
        String modules = build.substring(build.indexOf("-pl ") + 4, build.indexOf(" -am"));

        assertThat(modules.split(","))
                .containsAll(ComposeFile.read().services().values().stream()
                        .map(Service::module)
                        .filter(Objects::nonNull)
                        .toList());
        assertThat(modules.split(","))
                .allMatch(module -> Repository.read(module + "/pom.xml").contains("spring-boot-maven-plugin"));
    }

    /** What all images share is compiled and trained once, because it does not depend on the image's module. */
    @Test
    void onlyTheLastStageDependsOnTheModule() {
        Dockerfile dockerfile = Dockerfile.read(APPLICATION);
        List<Stage> shared = dockerfile.stages().subList(0, dockerfile.stages().size() - 1);

        assertThat(dockerfile.image().instructions()).contains("ARG MODULE");
        assertThat(shared).flatExtracting(Stage::instructions).noneMatch(line -> line.contains("MODULE"));
    }

    /** A cache only fits the JVM and the options that it was trained with. */
    @Test
    void trainsWithTheJvmAndTheOptionsOfTheImage() {
        Dockerfile dockerfile = Dockerfile.read(APPLICATION);
        Stage runtime = dockerfile.stage("runtime");
        Stage training = dockerfile.stage("training-on");

        assertThat(runtime.base()).contains("-jre-");
        assertThat(runtime.last("ENTRYPOINT"))
                .hasValue("ENTRYPOINT [\"java\", \"@java.options\", \"-jar\", \"application.jar\"]");
        for (Stage stage : List.of(training, dockerfile.image())) {
            assertThat(stage.base()).isEqualTo("runtime");
            assertThat(stage.instructions()).noneMatch(line -> line.matches("(ENV|ENTRYPOINT|CMD) .*"));
        }
        assertThat(training.last("USER")).isEqualTo(dockerfile.image().last("USER"));
        assertThat(training.instructions().getLast()).endsWith("/source/platform/containers/train /layers /images");
    }

    /** Nothing may change an image after the check. */
    @Test
    void checksTheCacheAtTheEnd() {
        assertThat(Dockerfile.read(APPLICATION).image().instructions().getLast())
                .startsWith("RUN --mount=type=bind,source=platform/containers/fit,target=/fit ")
                .endsWith(" /fit .");
    }

    @Test
    void trainsUnlessToldOtherwise() {
        Dockerfile dockerfile = Dockerfile.read(APPLICATION);

        assertThat(dockerfile.stage("images").base()).isEqualTo("training-on");
        assertThat(dockerfile.stage("training-off").sources()).isEmpty();
        assertThat(dockerfile.image().sources()).containsOnly("layers", "images");
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
}
