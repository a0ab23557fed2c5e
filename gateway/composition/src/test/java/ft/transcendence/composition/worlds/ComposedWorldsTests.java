package ft.transcendence.composition.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.composition.CompositionResult;
import ft.transcendence.composition.SubgraphInput;
import ft.transcendence.composition.composer.Composer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The supergraphs of the engine's tests are what the composer makes of their subgraphs. {@code -Dworlds.update=true} writes them again. A world that
 * another composer made says so ({@code ### composed by}) and is left alone.
 */
class ComposedWorldsTests {
    private static final Path RESOURCES = Path.of("../federation/src/test/resources");
    private static final List<String> FOLDERS = List.of("differential/composed", "plans");
    private static final String SUPERGRAPH = "### supergraph\n";
    private static final Pattern SUBGRAPH =
            Pattern.compile("^### subgraph (\\S+)\n(.*?)(?=^### |\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    static List<Path> worlds() throws IOException {
        List<Path> worlds = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    if (!Files.readString(file).contains("### composed by")) {
                        worlds.add(RESOURCES.relativize(file));
                    }
                }
            }
        }
        return worlds;
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void areUpToDate(Path world) throws IOException {
        Path file = RESOURCES.resolve(world);
        String text = Files.readString(file);
        int start = text.indexOf(SUPERGRAPH);
        String written = start < 0 ? text : text.substring(0, start);
        String supergraph = start < 0 ? "" : text.substring(start + SUPERGRAPH.length());
        CompositionResult result = Composer.compose(subgraphs(written));
        assertThat(result).isInstanceOf(CompositionResult.Composed.class);
        String composed = ((CompositionResult.Composed) result).supergraphSdl().strip();
        if (Boolean.getBoolean("worlds.update")) {
            Files.writeString(file, written.stripTrailing() + "\n\n" + SUPERGRAPH + composed + "\n");
            return;
        }
        assertThat(supergraph.strip())
                .as("the subgraphs or the composer have changed; -Dworlds.update=true writes %s again", world)
                .isEqualTo(composed);
    }

    private static List<SubgraphInput> subgraphs(String text) {
        List<SubgraphInput> subgraphs = new ArrayList<>();
        Matcher subgraph = SUBGRAPH.matcher(text);
        while (subgraph.find()) {
            String name = subgraph.group(1);
            subgraphs.add(new SubgraphInput(name, "http://" + name + ".test/graphql", subgraph.group(2)));
        }
        return subgraphs;
    }
}
