package ft.transcendence.federation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.federation.operation.Deferral;
import ft.transcendence.federation.operation.NormalizedOperation;
import ft.transcendence.federation.operation.OperationLimits;
import ft.transcendence.federation.operation.OperationNormalizer;
import ft.transcendence.federation.planner.limits.PlannerLimits;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.reader.SupergraphReader;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plans as files: subgraph schemas, the supergraph a composer made of them, operations and their plans. A file about an optimization pass is
 * named after it; its operations say whether the pass fires.
 *
 * <p>{@code -Dplans.update=true} writes the plans again, {@code ComposedWorldsTests} of the composition with {@code -Dworlds.update=true} the
 * supergraphs.
 */
final class PlanFileTests {

    private static final Path FOLDER = Path.of("src/test/resources/plans");
    private static final String OPERATION = "operation ";
    private static final String FIRES = " (fires)";
    private static final String DOES_NOT_FIRE = " (does not fire)";

    /** A part of a file: what follows {@code ### header}. */
    private record Section(String header, String content) {
        boolean isOperation() {
            return header.startsWith(OPERATION);
        }
    }

    @TestFactory
    Stream<DynamicTest> plans() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream().flatMap(PlanFileTests::tests);
        }
    }

    private static Stream<DynamicTest> tests(Path file) {
        List<Section> sections = sections(read(file));
        PlanFile world = new PlanFile(file, sections);
        return sections.stream()
                .filter(Section::isOperation)
                .map(operation -> DynamicTest.dynamicTest(
                        file.getFileName() + ": " + operation.header().substring(OPERATION.length()),
                        () -> world.check(operation)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static List<Section> sections(String text) {
        return Arrays.stream(text.split("(?m)^### "))
                .filter(section -> !section.isBlank())
                .map(section -> {
                    int end = section.indexOf('\n');
                    return new Section(
                            section.substring(0, end).strip(),
                            section.substring(end + 1).strip());
                })
                .toList();
    }

    /** One file, with the planner of its supergraph. */
    private static final class PlanFile {
        private final Path file;
        private final Supergraph supergraph;
        private final QueryPlanner planner;

        PlanFile(Path file, List<Section> sections) {
            this.file = file;
            this.supergraph = SupergraphReader.read(sections.stream()
                    .filter(section -> section.header().equals("supergraph"))
                    .findFirst()
                    .orElseThrow()
                    .content());
            this.planner = new QueryPlanner(supergraph, PlannerLimits.defaults());
        }

        void check(Section operation) throws IOException {
            PlanTrace trace = planner.trace(normalize(operation.content()), Set.of());
            String plan = trace.plan().toString();
            if (Boolean.getBoolean("plans.update")) {
                writePlan(operation, plan);
            }
            List<Section> sections = sections(read(file));
            Section expected = sections.get(sections.indexOf(operation) + 1);
            assertThat(expected.header()).isEqualTo("plan");
            assertThat(plan.strip()).isEqualTo(expected.content());
            if (operation.header().endsWith(FIRES)) {
                assertThat(fires(trace)).as("the pass fires").isTrue();
            } else if (operation.header().endsWith(DOES_NOT_FIRE)) {
                assertThat(fires(trace)).as("the pass fires").isFalse();
            }
        }

        private NormalizedOperation normalize(String operation) {
            Document document = Parser.parse(operation);
            assertThat(new Validator().validateDocument(supergraph.consumerSchema(), document, Locale.ENGLISH))
                    .isEmpty();
            NormalizedOperation normalized = new OperationNormalizer(
                            supergraph.consumerSchema(), OperationLimits.defaults())
                    .normalize(document, null, name -> false, Deferral.MOST_FRAGMENTS);
            return planner.resolvable(normalized, Set.of());
        }

        /** Whether the fetch graph after the pass differs from the one before. */
        private boolean fires(PlanTrace trace) {
            String pass = Arrays.stream(
                            file.getFileName().toString().replace(".txt", "").split("-"))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining());
            List<String> before = Arrays.asList(trace.fetches().split("(?m)^# "));
            for (int i = 2; i < before.size(); i++) {
                if (title(before.get(i)).equals(pass) && !graph(before.get(i)).equals(graph(before.get(i - 1)))) {
                    return true;
                }
            }
            return false;
        }

        private static String title(String stage) {
            return stage.substring(0, stage.indexOf('\n'));
        }

        private static String graph(String stage) {
            return stage.substring(stage.indexOf('\n'));
        }

        private void writePlan(Section operation, String plan) throws IOException {
            StringBuilder text = new StringBuilder();
            List<Section> sections = sections(read(file));
            for (int i = 0; i < sections.size(); i++) {
                Section section = sections.get(i);
                text.append("### ")
                        .append(section.header())
                        .append('\n')
                        .append(section.content())
                        .append("\n\n");
                if (section.equals(operation)) {
                    text.append("### plan\n").append(plan).append('\n');
                    boolean hadPlan = i + 1 < sections.size()
                            && sections.get(i + 1).header().equals("plan");
                    i += hadPlan ? 1 : 0;
                }
            }
            Files.writeString(file, text.toString().stripTrailing() + "\n");
        }
    }
}
