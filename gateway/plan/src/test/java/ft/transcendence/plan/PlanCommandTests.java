package ft.transcendence.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PlanCommandTests {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "http://a/graphql") B @join__graph(name: "b", url: "http://b/graphql") }
            type Query @join__type(graph: A) @join__type(graph: B) { me: User @join__field(graph: A) }
            type User @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID! name: String @join__field(graph: A) rating: Int @join__field(graph: B)
            }
            """;

    @TempDir
    private Path folder;

    private Path supergraph = Path.of("");
    private Path operations = Path.of("");

    /** What the program printed, and its exit status. */
    private record Outcome(int status, String out, String err) {}

    @BeforeEach
    void writeFiles() throws IOException {
        supergraph = Files.writeString(folder.resolve("supergraph.graphql"), SUPERGRAPH);
        operations = Files.writeString(
                folder.resolve("operations.graphql"),
                "query Name { me { name } } query Rating($name: Boolean!) { me { rating name @include(if: $name) } }");
    }

    @Test
    void printsWhatIsFetchedForDeferredFragmentsApart() throws IOException {
        Path deferred = Files.writeString(
                folder.resolve("deferred.graphql"), "{ me { name ... @defer(label: \"slow\") { rating } } }");

        assertThat(run(deferred.toString()).out())
                .contains("Primary {", "Deferred(part: 1, depends: [0], of: slow) {", "rating");
    }

    @Test
    void printsThePlanOfTheNamedOperation() {
        Outcome outcome = run(operations.toString(), "Name");

        assertThat(outcome).isEqualTo(new Outcome(0, """
                QueryPlan {
                  Fetch(service: "a") {
                    {
                      me {
                        name
                      }
                    }
                  },
                }
                """, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "graph, QueryGraph {",
        "tree, QueryTree {",
        "paths, Paths(",
        "fetches, # one fetch for each",
        "plan, QueryPlan {"
    })
    void printsEachStep(String step, String start) {
        assertThat(run(operations.toString(), "Name", "--step", step).out()).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource({"text, QueryPlan {", "dot, digraph QueryPlan {", "svg, <svg "})
    void printsThePlanInEachFormat(String format, String start) {
        assertThat(run(operations.toString(), "Name", "--format=" + format).out())
                .startsWith(start);
    }

    @Test
    void acceptsVariablesOfConditions() {
        assertThat(run(operations.toString(), "Rating", "--variable", "name=true")
                        .out())
                .contains("name");
        assertThat(run(operations.toString(), "Rating", "--variable", "name=false")
                        .out())
                .doesNotContain(" name\n");
    }

    @Test
    void reportsAMissingFile() {
        assertRefused(
                run(folder.resolve("nowhere.graphql").toString()),
                "the operation file",
                "nowhere.graphql",
                "does not exist");
        assertRefused(run(), "FILE");
    }

    @Test
    void reportsUnknownStepsAndFormats() {
        assertRefused(
                run(operations.toString(), "--step", "guess"), "no step 'guess'", "graph, tree, paths, fetches, plan");
        assertRefused(run(operations.toString(), "--format", "png"), "no format 'png'", "text, dot, svg");
        assertRefused(
                run(operations.toString(), "Name", "--step", "tree", "--format", "svg"), "the step tree is text only");
    }

    @Test
    void reportsAnInvalidSupergraph() throws IOException {
        Files.writeString(supergraph, "type Query {");

        assertRefused(run(operations.toString(), "Name"), "the supergraph", "cannot be used", "line 1");
    }

    @Test
    void reportsWhyAnOperationHasNoPlan() {
        Outcome outcome = run(operations.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("has no plan", "2 operations");
    }

    private static void assertRefused(Outcome outcome, String... parts) {
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).contains(parts).contains("--help shows the usage");
        assertThat(outcome.out()).isEmpty();
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--supergraph", supergraph.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine program =
                PlanCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = program.execute(all.toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }
}
