package ft.transcendence.platform.launcher;

import ft.transcendence.platform.servers.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The queries in {@code client-operations} that players are known to send. */
public final class ClientOperations {

    /** The folders of journeys that are not players'. */
    private static final Set<String> OTHERS = Set.of("game-server", "moderation", "operators");

    private static final Pattern QUERY = Pattern.compile("^query (\\w+)(.*)\\{$", Pattern.MULTILINE);
    private static final Pattern REQUIRED_VARIABLE = Pattern.compile("\\$(\\w+): \\w+!");

    private ClientOperations() {}

    /**
     * A query of a file.
     *
     * @param file the file
     * @param name the operation's name
     * @param document the content of the file, with all its operations
     * @param requiredVariables the names of the variables without a default
     */
    public record Query(Path file, String name, String document, List<String> requiredVariables) {

        /** Returns the values of the required variables, taken from {@code known}. */
        public Map<String, Object> variables(Map<String, String> known) {
            Map<String, Object> variables = new LinkedHashMap<>();
            for (String variable : requiredVariables) {
                String value = known.get(variable);
                if (value == null) {
                    throw new IllegalArgumentException("no value for $" + variable + " of " + name + " in " + file);
                }
                variables.put(variable, value);
            }
            return variables;
        }

        @Override
        public String toString() {
            return file.getFileName() + " " + name;
        }
    }

    /** The name of the folder that the file is in. */
    private static String journeysOf(Path file) {
        return String.valueOf(Objects.requireNonNull(file.getParent()).getFileName());
    }

    /** Returns all of them, sorted by file. */
    public static List<Query> queries(Workspace workspace) {
        try (Stream<Path> files = Files.walk(workspace.root().resolve("client-operations"))) {
            return files.filter(file -> file.toString().endsWith(".graphql"))
                    .filter(file -> !OTHERS.contains(journeysOf(file)))
                    .sorted()
                    .flatMap(ClientOperations::queries)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not read the client operations", failure);
        }
    }

    private static Stream<Query> queries(Path file) {
        String document = read(file);
        return QUERY.matcher(document)
                .results()
                .map(query -> new Query(file, query.group(1), document, requiredVariables(query.group(2))));
    }

    private static List<String> requiredVariables(String declared) {
        return REQUIRED_VARIABLE
                .matcher(declared)
                .results()
                .map((MatchResult variable) -> variable.group(1))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not read " + file, failure);
        }
    }
}
