package ft.transcendence.schemacheck.operations;

import ft.transcendence.schemacheck.files.SourceTree;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Location;
import ft.transcendence.schemacheck.sdl.SdlDocument;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The recorded operations of clients, each a file.
 *
 * @param problems files that do not parse or whose operations have no name
 */
public record RecordedOperations(List<RecordedOperation> operations, List<Finding> problems) {
    private static final String ENDING = ".graphql";

    /** What graphql-java puts before the description of an error. */
    private static final Pattern PREFIX = Pattern.compile("^Validation error \\(.*?\\) : ");

    public RecordedOperations {
        operations = List.copyOf(operations);
        problems = List.copyOf(problems);
    }

    /**
     * Reads all files of a folder.
     *
     * @param folder no operations if it is missing
     */
    public static RecordedOperations read(SourceTree tree, String folder) {
        List<RecordedOperation> operations = new ArrayList<>();
        List<Finding> problems = new ArrayList<>();
        for (String path : tree.list(folder, ENDING)) {
            String shown = tree.shown(path);
            try {
                Document document = SdlDocument.parse(tree.read(path));
                List<String> names = names(document);
                if (names.isEmpty() || names.contains("")) {
                    problems.add(Finding.of(
                            Level.ERROR,
                            Location.of(shown),
                            "every recorded operation needs a name, and every file an operation"));
                }
                operations.add(new RecordedOperation(shown, label(names) + " (" + shown + ")", document));
            } catch (InvalidSyntaxException invalid) {
                problems.add(Finding.of(
                        Level.ERROR, Location.of(shown, invalid.getLocation()), SdlDocument.problem(invalid)));
            }
        }
        return new RecordedOperations(operations, problems);
    }

    private static List<String> names(Document document) {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation -> Objects.requireNonNullElse(operation.getName(), ""))
                .toList();
    }

    private static String label(List<String> names) {
        List<String> known = names.stream().filter(name -> !name.isEmpty()).toList();
        return known.isEmpty() ? "anonymous" : String.join(", ", known);
    }

    /** The problems, then what is wrong with operations: an invalid one is breaking, one that uses a deprecated element dangerous. */
    public List<Finding> check(GraphQLSchema schema) {
        List<Finding> findings = new ArrayList<>(problems);
        for (RecordedOperation operation : operations) {
            List<ValidationError> errors = ParseAndValidate.validate(schema, operation.document(), Locale.ENGLISH);
            errors.forEach(error -> findings.add(Finding.of(Level.BREAKING, location(operation, error), message(error))
                    .in(operation.label())));
            if (errors.isEmpty()) {
                deprecations(operation, schema, findings);
            }
        }
        return findings;
    }

    private static void deprecations(RecordedOperation operation, GraphQLSchema schema, List<Finding> findings) {
        for (UsedElements.DeprecatedUse use :
                UsedElements.of(operation.document(), schema).deprecated()) {
            Location place = Location.of(operation.file(), use.place());
            findings.add(Finding.of(Level.DANGEROUS, place, use.element() + " is deprecated. " + use.reason())
                    .in(operation.label()));
        }
    }

    private static Location location(RecordedOperation operation, ValidationError error) {
        List<SourceLocation> places = error.getLocations();
        return places == null || places.isEmpty()
                ? Location.of(operation.file())
                : Location.of(operation.file(), places.getFirst());
    }

    private static String message(ValidationError error) {
        return PREFIX.matcher(error.getMessage()).replaceFirst("");
    }
}
